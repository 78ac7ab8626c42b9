import { readCall, refuse, refuseRole } from './AwsCall';

describe('AwsCall', () => {
  it('tells writes of IAM by their action', () => {
    const call = (action: string) =>
      readCall(
        { method: 'POST', url: '/' },
        `Action=${action}&RoleName=drls-workspace-team`,
      );
    expect(call('CreateRole')).toEqual({
      action: 'CreateRole',
      role: 'drls-workspace-team',
      writes: true,
      isEks: false,
    });
    expect(call('GetRole').writes).toBe(false);
    expect(refuseRole(call('GetRole')).body).toContain(
      '<Code>NoSuchEntity</Code>',
    );
  });

  it('tells writes of EKS by their method', () => {
    const url = '/clusters/prod/pod-identity-associations';
    const call = readCall(
      { method: 'POST', url },
      JSON.stringify({ roleArn: 'arn:aws:iam::123456789012:role/p/team' }),
    );
    expect(call).toMatchObject({ role: 'team', writes: true, isEks: true });
    expect(readCall({ method: 'GET', url }, '').writes).toBe(false);
    expect(refuse(call, 400, 'Throttling', 'Slower').headers).toMatchObject({
      'x-amzn-errortype': 'ThrottlingException',
    });
  });
});
