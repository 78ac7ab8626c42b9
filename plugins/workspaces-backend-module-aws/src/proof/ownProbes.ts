import { POD_IDENTITY_SERVICE_ACCOUNT } from '../policies/renderTrustPolicy';
import { workspacePrefix } from '../policies/renderPermissionsPolicy';
import type { RolePolicyInput } from '../policies/RolePolicyInput';
import type { IsolationSubject } from './IsolationSubject';
import { probe, type Probe } from './Probe';
import {
  listBucket,
  onObject,
  podIdentity,
  subjectOf,
  useKey,
  webIdentity,
} from './requests';

/** A ServiceAccount of nobody in particular, of the shape that people's have. */
export const USER = 'user-somebody';

/** An object of nobody in particular, below a prefix. */
export const OBJECT = 'folder/object';

/** What the workspace must be able to do; without these a role that lets nobody in would be proved. */
export function ownProbes({
  workspace,
  needsPodIdentity = true,
}: Pick<IsolationSubject, 'workspace' | 'needsPodIdentity'>): Probe[] {
  return [
    ...ownTrust(workspace, needsPodIdentity),
    ...ownPermissions(workspace),
  ];
}

function ownTrust(
  workspace: RolePolicyInput,
  needsPodIdentity: boolean,
): Probe[] {
  return workspace.namespaces.flatMap(namespace => {
    const own = { policy: 'trust', expected: 'allow' } as const;
    const web = probe(
      { ...own, title: `A user's ServiceAccount in ${namespace}` },
      webIdentity(workspace, { sub: subjectOf(namespace, USER) }),
    );
    if (!workspace.podIdentity || !needsPodIdentity) {
      return [web];
    }
    const { serviceAccount = POD_IDENTITY_SERVICE_ACCOUNT } =
      workspace.podIdentity;
    return [
      web,
      probe(
        { ...own, title: `EKS Pod Identity in ${namespace}` },
        podIdentity(workspace, { namespace, serviceAccount }),
      ),
    ];
  });
}

function ownPermissions(workspace: RolePolicyInput): Probe[] {
  const { partition, bucket, kmsKeyArn, extraPrefixes = [] } = workspace;
  const prefix = workspacePrefix(workspace.workspaceId);
  const own = (title: string, request: Parameters<typeof probe>[1]) =>
    probe({ title, policy: 'permissions', expected: 'allow' }, request);
  return [
    own('List the own prefix', listBucket(partition, bucket, prefix)),
    own(
      'List below the own prefix',
      listBucket(partition, bucket, `${prefix}folder/`),
    ),
    ...objectProbes(`${prefix}${OBJECT}`, bucket, 'write', 'the own prefix'),
    ...extraPrefixes.flatMap(extra =>
      objectProbes(
        `${extra.prefix}${OBJECT}`,
        extra.bucket,
        extra.access,
        `the extra prefix ${extra.prefix}`,
      ),
    ),
    ...(kmsKeyArn
      ? [
          own(
            'Decrypt through S3',
            useKey(workspace, 'kms:Decrypt', kmsKeyArn, 's3'),
          ),
        ]
      : []),
  ];

  function objectProbes(
    key: string,
    objectBucket: string,
    access: 'read' | 'write',
    where: string,
  ): Probe[] {
    const actions =
      access === 'read'
        ? ['s3:GetObject']
        : ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'];
    return actions.map(action =>
      own(
        `${action} in ${where}`,
        onObject(partition, action, objectBucket, key),
      ),
    );
  }
}
