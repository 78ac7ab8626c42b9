import { IAMServiceException } from '@aws-sdk/client-iam';
import { toAwsError } from './toAwsError';

const REQUEST = {
  action: 'iam:CreateRole',
  subject: 'role drls-workspace-team',
  account: '123456789012',
};

function answer(name: string, status: number) {
  return new IAMServiceException({
    name,
    message: 'said AWS',
    $fault: 'client',
    $metadata: { httpStatusCode: status },
  });
}

describe('toAwsError', () => {
  it.each([
    ['AccessDenied', 403, 'AwsAccessDenied'],
    ['ExpiredTokenException', 403, 'AwsAccessDenied'],
    ['Throttling', 400, 'AwsThrottled'],
    ['ThrottlingException', 400, 'AwsThrottled'],
    ['NoSuchEntityException', 404, 'RoleNotFound'],
    ['EntityAlreadyExistsException', 409, 'RoleNotOurs'],
    ['MalformedPolicyDocumentException', 400, 'AwsInvalid'],
    ['LimitExceededException', 409, 'PolicyTooLarge'],
    ['ConcurrentModificationException', 409, 'AwsConflict'],
    ['ServiceFailureException', 500, 'AwsUnreachable'],
    ['ResourceInUseException', 409, 'AssociationNotOurs'],
    ['ResourceNotFoundException', 404, 'EksClusterNotFound'],
    ['ResourceLimitExceededException', 400, 'AssociationLimitReached'],
    ['InvalidParameterException', 400, 'AwsInvalid'],
    ['InvalidRequestException', 400, 'AwsConflict'],
    ['ServerException', 500, 'AwsUnreachable'],
    ['ServiceUnavailableException', 503, 'AwsUnreachable'],
    ['Unheard', 429, 'AwsThrottled'],
    ['Unheard', 403, 'AwsAccessDenied'],
    ['Unheard', 418, 'AwsInvalid'],
    ['Unheard', 503, 'AwsUnreachable'],
  ])('takes %s with %s for %s', (name, status, reason) => {
    expect(toAwsError(REQUEST, answer(name, status))).toMatchObject({
      reason,
      raw: 'said AWS',
    });
  });

  it('takes what never got an answer for unreachable', () => {
    const refused = Object.assign(new Error('connect'), {
      code: 'ECONNREFUSED',
    });
    expect(toAwsError(REQUEST, refused)).toMatchObject({
      reason: 'AwsUnreachable',
      code: 'ECONNREFUSED',
    });
  });

  it('names action, subject, account and remedy of a missing right', () => {
    const { message, hint } = toAwsError(
      REQUEST,
      answer('AccessDenied', 403),
    ).toProblem();
    expect(message).toBe(
      'Our AWS identity may not iam:CreateRole on role drls-workspace-team (account 123456789012).',
    );
    expect(hint).toContain('Allow iam:CreateRole');
  });

  it('names the right that is missing when it is another one', () => {
    const denied = answer('AccessDeniedException', 403);
    denied.message =
      'User: arn:aws:iam::123456789012:user/portal is not authorized to perform: iam:PassRole on resource: role';
    const { hint } = toAwsError(
      { ...REQUEST, action: 'eks:CreatePodIdentityAssociation' },
      denied,
    ).toProblem();
    expect(hint).toContain(
      'Allow iam:PassRole, which eks:CreatePodIdentityAssociation takes,',
    );
  });

  it('leaves what was told apart already', () => {
    const error = toAwsError(REQUEST, answer('Throttling', 400));
    expect(toAwsError(REQUEST, error)).toBe(error);
  });
});
