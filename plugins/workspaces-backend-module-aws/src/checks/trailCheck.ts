import type { IamCheck } from '@team-workspaces/backstage-plugin-workspaces-common';
import type { SessionIdentity } from '@team-workspaces/backstage-plugin-workspaces-node';
import type { RoleRequest, TrailClient } from '../client';
import { runCheck, type Finding } from './check';

/** How far back refusals matter: a session that failed is tried again soon. */
const LOOK_BACK_MS = 60 * 60 * 1000;

/** What AWS answered to those who asked for the role, as CloudTrail has it. */
export function trailCheck(options: {
  readonly trail: TrailClient;
  readonly roleArn: string | undefined;
  /** The ServiceAccount concerned; everybody's when absent. */
  readonly identity?: SessionIdentity;
  readonly now: Date;
}): Promise<IamCheck> {
  const { trail, roleArn, identity, now } = options;
  return runCheck(
    {
      id: 'cloudtrail',
      title: 'AWS refused nobody lately',
      hint: 'Allow cloudtrail:LookupEvents to the portal, or run: aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue=AssumeRoleWithWebIdentity',
    },
    async () => {
      if (!roleArn) {
        return { ok: undefined, message: 'There is no role to ask for.' };
      }
      const since = new Date(now.getTime() - LOOK_BACK_MS);
      const requests = await trail.roleRequests(since);
      return judge(
        requests.filter(
          one =>
            one.roleArn === roleArn &&
            (!identity || one.subject === subjectOf(identity)),
        ),
      );
    },
  );
}

/** Somebody counts as refused when their latest request was. */
function judge(requests: readonly RoleRequest[]): Finding {
  if (requests.length === 0) {
    return {
      ok: undefined,
      message: 'CloudTrail has no request for the role within the last hour.',
      hint: 'Start a session, and look again in a quarter of an hour: CloudTrail is some minutes late.',
    };
  }
  const latest = new Map<string, RoleRequest>();
  for (const request of requests) {
    const known = latest.get(request.subject);
    if (!known || known.at < request.at) {
      latest.set(request.subject, request);
    }
  }
  const refused = [...latest.values()].filter(({ refusal }) => refusal);
  if (refused.length === 0) {
    return {
      ok: true,
      message: `AWS gave the role to all who asked within the last hour (${latest.size}).`,
    };
  }
  const [{ at, subject, refusal }] = refused;
  return {
    ok: false,
    message: `AWS refused the role to ${
      subject || 'somebody'
    } at ${at}: ${refusal}.${
      refused.length > 1 ? ` So it did to ${refused.length - 1} more.` : ''
    }`,
    hint: 'AWS refuses what the trust does not let in: the checks of the trust say which part it is. CloudTrail is some minutes late, so a change may not show yet.',
  };
}

function subjectOf({ namespace, serviceAccount }: SessionIdentity): string {
  return `system:serviceaccount:${namespace}:${serviceAccount}`;
}
