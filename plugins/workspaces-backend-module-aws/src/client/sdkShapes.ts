import type { Role } from '@aws-sdk/client-iam';
import { decodePolicy } from './decodePolicy';
import type { AwsRequestControl, AwsRole, NewRole } from './RoleClient';

/** The input of CreateRole. */
export function toCreation(role: NewRole) {
  return {
    RoleName: role.name,
    Path: role.path,
    Description: role.description,
    AssumeRolePolicyDocument: JSON.stringify(role.trust),
    PermissionsBoundary: role.boundaryArn,
    Tags: toTags(role.tags),
  };
}

/** Tags as AWS lists them. */
export function toTags(tags: Readonly<Record<string, string>>) {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}

/** A role as we know it. */
export function toRole(role: Role): AwsRole {
  return {
    name: role.RoleName ?? '',
    arn: role.Arn ?? '',
    id: role.RoleId ?? '',
    path: role.Path ?? '/',
    trust: decodePolicy(role.AssumeRolePolicyDocument),
    boundaryArn: role.PermissionsBoundary?.PermissionsBoundaryArn,
    tags: Object.fromEntries(
      (role.Tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value]),
    ),
  };
}

/** What the SDK takes beside the input of a request. */
export function toOptions({ signal }: AwsRequestControl = {}) {
  return { abortSignal: signal };
}
