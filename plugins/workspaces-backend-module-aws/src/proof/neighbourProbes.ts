import { POD_IDENTITY_SERVICE_ACCOUNT } from '../policies/renderTrustPolicy';
import { workspacePrefix } from '../policies/renderPermissionsPolicy';
import { bucketArn } from '../policies/s3Statements';
import type { CompiledSubject } from './CompiledSubject';
import type { WorkspaceIdentity } from './IsolationSubject';
import { OBJECT, USER } from './ownProbes';
import { probe, type Probe } from './Probe';
import {
  listBucket,
  onObject,
  podIdentity,
  subjectOf,
  webIdentity,
} from './requests';
import { witnessProbes } from './witnessProbes';

/** Requests by which two workspaces would get at each other; all must be denied. */
export function neighbourProbes(
  subject: CompiledSubject,
  neighbour: WorkspaceIdentity,
): Probe[] {
  return [
    ...theirServiceAccounts(subject, neighbour),
    ...theirObjects(subject, neighbour),
    ...witnessProbes(subject, neighbour),
  ].filter(({ request }) => !isGranted(subject, request));
}

function theirServiceAccounts(
  { workspace }: CompiledSubject,
  { namespaces, oidcProvider: issuer, workspaceId }: WorkspaceIdentity,
): Probe[] {
  const denied = (title: string, request: Parameters<typeof probe>[1]) =>
    probe({ title, policy: 'trust', expected: 'deny', workspaceId }, request);
  return namespaces.flatMap(namespace => {
    const probes = [USER, 'default'].map(serviceAccount =>
      denied(
        `ServiceAccount ${namespace}/${serviceAccount}`,
        webIdentity(workspace, {
          sub: subjectOf(namespace, serviceAccount),
          issuer,
        }),
      ),
    );
    // A Pod Identity association names the cluster, so that equal namespaces of another one are no concern of ours.
    return issuer !== workspace.oidcProvider
      ? probes
      : [
          ...probes,
          denied(
            `EKS Pod Identity in ${namespace}`,
            podIdentity(workspace, {
              namespace,
              serviceAccount:
                workspace.podIdentity?.serviceAccount ??
                POD_IDENTITY_SERVICE_ACCOUNT,
            }),
          ),
        ];
  });
}

function theirObjects(
  { workspace: { partition } }: CompiledSubject,
  { bucket, workspaceId }: WorkspaceIdentity,
): Probe[] {
  const prefix = workspacePrefix(workspaceId);
  const denied = (title: string, request: Parameters<typeof probe>[1]) =>
    probe(
      { title, policy: 'permissions', expected: 'deny', workspaceId },
      request,
    );
  return [
    ...[prefix, prefix.slice(0, -1), `${prefix}folder/`].map(listed =>
      denied(
        `List keys that start with "${listed}"`,
        listBucket(partition, bucket, listed),
      ),
    ),
    ...['s3:GetObject', 's3:PutObject', 's3:DeleteObject'].map(action =>
      denied(
        `${action} in the prefix of ${workspaceId}`,
        onObject(partition, action, bucket, prefix + OBJECT),
      ),
    ),
  ];
}

/** Whether the platform gave the workspace just this, beyond its own prefix. */
function isGranted(
  { workspace: { partition, extraPrefixes = [] } }: CompiledSubject,
  { action, resource = '', context }: Probe['request'],
): boolean {
  return extraPrefixes.some(({ bucket, prefix, access }) => {
    const arn = bucketArn(partition, bucket);
    if (action === 's3:listbucket') {
      const listed = context.get('s3:prefix');
      return (
        resource === arn &&
        typeof listed === 'string' &&
        listed.startsWith(prefix)
      );
    }
    const allowed = access === 'write' || action === 's3:getobject';
    return allowed && resource.startsWith(`${arn}/${prefix}`);
  });
}
