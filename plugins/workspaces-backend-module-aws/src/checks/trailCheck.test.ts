import type { RoleRequest } from '../client';
import { AwsError } from '../client';
import { trailCheck } from './trailCheck';

const ROLE = 'arn:aws:iam::123456789012:role/team';
const NOW = new Date('2026-01-01T12:00:00Z');
const ADA = { namespace: 'team-notebooks', serviceAccount: 'user-ada' };

function request(
  at: string,
  account: string,
  refusal?: string,
  roleArn = ROLE,
): RoleRequest {
  const subject = `system:serviceaccount:team-notebooks:${account}`;
  return { at: `2026-01-01T${at}:00Z`, roleArn, subject, refusal };
}

describe('trailCheck', () => {
  const check = async (
    requests: readonly RoleRequest[],
    identity?: typeof ADA,
  ) =>
    trailCheck({
      trail: { roleRequests: async () => requests },
      roleArn: ROLE,
      identity,
      now: NOW,
    });

  it('is well when everybody got the role in the end', async () => {
    await expect(
      check([
        request('11:50', 'user-ada'),
        request('11:40', 'user-ada', 'AccessDenied'),
        request('11:30', 'user-lee'),
      ]),
    ).resolves.toMatchObject({
      status: 'ok',
      message: expect.stringMatching(/\(2\)/),
    });
  });

  it('names who was refused, when and why', async () => {
    const found = await check([
      request('11:50', 'user-ada', 'AccessDenied: Not authorized'),
      request('11:40', 'user-ada'),
      request('11:30', 'user-lee', 'ExpiredToken'),
    ]);
    expect(found).toMatchObject({ status: 'failed' });
    expect(found.message).toBe(
      'AWS refused the role to system:serviceaccount:team-notebooks:user-ada at 2026-01-01T11:50:00Z: AccessDenied: Not authorized. So it did to 1 more.',
    );
  });

  it('looks at one ServiceAccount alone when it is asked to', async () => {
    const requests = [
      request('11:50', 'user-lee', 'AccessDenied'),
      request('11:40', 'user-ada'),
    ];
    await expect(check(requests, ADA)).resolves.toMatchObject({ status: 'ok' });
    await expect(check(requests)).resolves.toMatchObject({ status: 'failed' });
  });

  it('says nothing by the requests for other roles', async () => {
    await expect(
      check([request('11:50', 'user-ada', 'AccessDenied', `${ROLE}-b`)]),
    ).resolves.toMatchObject({
      status: 'unknown',
      message: expect.stringContaining('no request'),
    });
  });

  it('looks back an hour', async () => {
    const roleRequests = jest.fn(async () => []);
    await trailCheck({ trail: { roleRequests }, roleArn: ROLE, now: NOW });
    expect(roleRequests).toHaveBeenCalledWith(new Date('2026-01-01T11:00:00Z'));
    await expect(
      trailCheck({ trail: { roleRequests }, roleArn: undefined, now: NOW }),
    ).resolves.toMatchObject({ status: 'unknown' });
    expect(roleRequests).toHaveBeenCalledTimes(1);
  });

  it('says what to allow when CloudTrail may not be read', async () => {
    const found = await trailCheck({
      trail: {
        roleRequests: async () => {
          throw new AwsError({ reason: 'AwsAccessDenied', message: 'No.' });
        },
      },
      roleArn: ROLE,
      now: NOW,
    });
    expect(found).toMatchObject({
      status: 'unknown',
      hint: expect.stringContaining('cloudtrail:LookupEvents'),
    });
  });
});
