import { schemaProblems } from './schemaProblems';

const refusal = (errors: object[], status = 400) =>
  Object.assign(new Error('refused'), { status, errors });

describe('schemaProblems', () => {
  it.each([
    [
      {
        path: '/body/changes/colour',
        message: 'must NOT have additional properties',
        errorCode: 'additionalProperties.openapi.validation',
      },
      'changes.colour',
      'unknown-field',
      'There is no field "changes.colour".',
    ],
    [
      {
        path: '/body/id',
        message: "must have required property 'id'",
        errorCode: 'required.openapi.validation',
      },
      'id',
      'required',
      'The field "id" is missing.',
    ],
    [
      {
        path: '/query/limit',
        message: 'must be <= 200',
        errorCode: 'maximum.openapi.validation',
      },
      'limit',
      'maximum',
      'The field "limit" must be <= 200.',
    ],
    [
      { path: '/query/x', message: "Unknown query parameter 'x'" },
      'x',
      'unknown-field',
      'There is no field "x".',
    ],
    [
      {
        path: '/query/q',
        message: "Empty value found for query parameter 'q'",
      },
      'q',
      'not-empty',
      'The field "q" may not be empty.',
    ],
    [
      {
        path: '/body',
        message: 'must be object',
        errorCode: 'type.openapi.validation',
      },
      'body',
      'type',
      'The field "body" must be object.',
    ],
  ])('should translate %j', (finding, field, rule, message) => {
    expect(schemaProblems(refusal([finding]))).toEqual([
      { field, rule, message },
    ]);
  });

  it('should tell the same once', () => {
    const finding = {
      path: '/body/id',
      message: 'must be string',
      errorCode: 'type.openapi.validation',
    };
    expect(schemaProblems(refusal([finding, finding]))).toHaveLength(1);
  });

  it('should leave other errors alone', () => {
    expect(schemaProblems(new Error('else'))).toBeUndefined();
    expect(schemaProblems(refusal([], 404))).toBeUndefined();
  });
});
