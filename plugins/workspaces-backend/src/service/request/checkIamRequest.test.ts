import { checkIamRequest } from './checkIamRequest';

const ROLE_ARN = 'arn:aws:iam::123456789012:role/name';

describe('checkIamRequest', () => {
  it.each([
    { mode: 'none' },
    { mode: 'managed' },
    { mode: 'external', roleArn: ROLE_ARN },
    // For the schema to refuse.
    { mode: 'other', roleArn: ROLE_ARN },
    undefined,
  ])('should let %j pass', body => {
    expect(checkIamRequest(body)).toEqual([]);
  });

  it.each([
    [{ mode: 'external' }, 'required'],
    [{ mode: 'none', roleArn: ROLE_ARN }, 'only-for-external'],
    [{ mode: 'managed', roleArn: ROLE_ARN }, 'only-for-external'],
  ])('should refuse %j', (body, rule) => {
    expect(checkIamRequest(body)).toEqual([
      expect.objectContaining({ field: 'roleArn', rule }),
    ]);
  });
});
