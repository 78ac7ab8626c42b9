import type { IamCheck } from '@team-workspaces/backstage-plugin-workspaces-common';
import type { RoleClient } from '../client';
import { accessRequest, compilePolicy, evaluate } from '../evaluator';
import {
  workspacePrefix,
  type PolicyDocument,
  type RolePolicyInput,
} from '../policies';
import type { InspectedRole } from '../provider/RoleInspector';
import { readablePermissions } from '../provider/RoleSnapshot';
import { runCheck, type Finding } from './check';

/** What is wrong with what the role may do. */
export function permissionChecks(options: {
  readonly client: RoleClient;
  readonly inspected: InspectedRole;
  readonly input: RolePolicyInput;
  /** Whether there has to be a boundary. */
  readonly managed: boolean;
}): Promise<IamCheck>[] {
  const { client, inspected, input, managed } = options;
  const { role, policies } = inspected.snapshot;
  const prefix = `s3://${input.bucket}/${workspacePrefix(input.workspaceId)}`;
  return [
    runCheck(
      {
        id: 'policy-attached',
        title: 'The role has a policy',
        hint: 'Press Retry provisioning for a managed role; attach the rendered permissions to an external one.',
      },
      () => {
        if (!policies) {
          return { ok: undefined, message: 'The policies cannot be read.' };
        }
        const count =
          (policies.own ? 1 : 0) +
          policies.extra.length +
          policies.attached.length;
        return { ok: count > 0, message: `It has ${count}.` };
      },
    ),
    runCheck(
      {
        id: 'bucket-prefix',
        title: `The role reaches ${prefix}`,
        hint: 'Compare the permissions with those that are rendered: bucket, prefix and the slash behind it.',
      },
      () => {
        const permissions = readablePermissions(policies);
        return permissions
          ? judgeRequests(permissions, input)
          : { ok: undefined, message: 'The policies cannot be read.' };
      },
    ),
    runCheck(
      {
        id: 'boundary',
        title: 'The permissions boundary lets it through',
        hint: 'Let the boundary allow the S3 actions that the rendered permissions hold.',
      },
      async () => {
        if (!role) {
          return { ok: undefined, message: 'There is no role to look at.' };
        }
        if (!role.boundaryArn) {
          return managed
            ? { ok: false, message: 'The role has no permissions boundary.' }
            : { ok: true, message: 'There is none.' };
        }
        const boundary = await client.getManagedPolicy(role.boundaryArn);
        return judgeRequests([boundary], input);
      },
    ),
  ];
}

function judgeRequests(
  policies: readonly PolicyDocument[],
  { partition, bucket, workspaceId }: RolePolicyInput,
): Finding {
  const arn = `arn:${partition}:s3:::${bucket}`;
  const prefix = workspacePrefix(workspaceId);
  const compiled = policies.map(policy => compilePolicy(policy, 'permissions'));
  const requests = [
    { action: 's3:ListBucket', resource: arn, prefix },
    { action: 's3:GetObject', resource: `${arn}/${prefix}x`, prefix: null },
    { action: 's3:PutObject', resource: `${arn}/${prefix}x`, prefix: null },
  ];
  const refused = requests.filter(
    ({ action, resource, prefix: listed }) =>
      evaluate(
        compiled,
        accessRequest({ action, resource, context: { 's3:prefix': listed } }),
      ).decision === 'deny',
  );
  return refused.length === 0
    ? { ok: true, message: 'Listing, reading and writing are allowed.' }
    : {
        ok: false,
        message: `${refused
          .map(({ action }) => action)
          .join(', ')} is not allowed.`,
      };
}
