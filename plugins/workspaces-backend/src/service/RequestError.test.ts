import { serializeError } from '@backstage/errors';
import { RequestError, validationFailed } from './RequestError';

describe('RequestError', () => {
  it.each([
    ['ValidationFailed', 'InputError', 400],
    ['PermissionDenied', 'NotAllowedError', 403],
    ['WorkspaceNotFound', 'NotFoundError', 404],
    ['RevisionConflict', 'ConflictError', 409],
    ['RequestTooLarge', 'PayloadTooLargeError', 413],
    ['TooManyRequests', 'TooManyRequestsError', 429],
    ['CatalogUnavailable', 'ServiceUnavailableError', 503],
  ] as const)('should travel %s as %s with status %s', (code, name, status) => {
    const error = new RequestError(code, 'No.');
    expect(error).toMatchObject({ code, name, statusCode: status });
  });

  it('should send code and details but neither stack nor cause', () => {
    const error = new RequestError('RevisionConflict', 'Stale.', {
      current: 4,
      cause: new Error('of no concern to callers'),
    });
    expect(serializeError(error, { includeStack: true })).toEqual({
      name: 'ConflictError',
      message: 'Stale.',
      code: 'RevisionConflict',
      current: 4,
    });
    expect(error.cause).toBeInstanceOf(Error);
  });

  it('should join the messages of fields', () => {
    const error = validationFailed([
      { field: 'id', rule: 'required', message: 'The id is missing.' },
      { field: 'owner', rule: 'required', message: 'The owner is missing.' },
    ]);
    expect(error.message).toBe('The id is missing. The owner is missing.');
    expect(error.fields).toHaveLength(2);
  });
});
