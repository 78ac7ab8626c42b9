import { workspacePrefix } from '../policies/renderPermissionsPolicy';
import { POD_IDENTITY_SERVICE_ACCOUNT } from '../policies/renderTrustPolicy';
import type { RolePolicyInput } from '../policies/RolePolicyInput';
import { OBJECT, USER } from './ownProbes';
import { probe, type Probe } from './Probe';
import {
  assumeRole,
  listBucket,
  onObject,
  podIdentity,
  subjectOf,
  webIdentity,
} from './requests';

const OTHER_ISSUER =
  'oidc.eks.other-region-1.amazonaws.com/id/00000000000000000000000000000000';
const OTHER_ACCOUNT = '000000000000';

/** Requests that belong to no other workspace and must be denied all the same. */
export function hostileProbes(workspace: RolePolicyInput): Probe[] {
  return [
    ...hostileTokens(workspace),
    ...hostilePods(workspace),
    ...hostilePrincipals(workspace),
    ...hostileKeys(workspace),
  ];
}

function trust(title: string, request: Parameters<typeof probe>[1]): Probe {
  return probe({ title, policy: 'trust', expected: 'deny' }, request);
}

function hostileTokens(workspace: RolePolicyInput): Probe[] {
  const [namespace] = workspace.namespaces;
  const own = subjectOf(namespace, USER);
  const token = (title: string, claims: Parameters<typeof webIdentity>[1]) =>
    trust(title, webIdentity(workspace, claims));
  return [
    token('A token without audience', { sub: own, aud: null }),
    token('A token for the API server', {
      sub: own,
      aud: 'https://kubernetes.default.svc',
    }),
    token('A token for an audience that only starts alike', {
      sub: own,
      aud: 'sts.amazonaws.com.other.example',
    }),
    token('A token without subject', { sub: null }),
    token('A token of another issuer', { sub: own, issuer: OTHER_ISSUER }),
    token('A user of another cluster', { sub: USER }),
    ...workspace.namespaces.flatMap(name =>
      ['default', 'user', `x${USER}`].map(serviceAccount =>
        token(`ServiceAccount ${serviceAccount} in ${name}`, {
          sub: subjectOf(name, serviceAccount),
        }),
      ),
    ),
    ...['kube-system', 'default'].flatMap(name =>
      [USER, 'default'].map(serviceAccount =>
        token(`ServiceAccount ${serviceAccount} in ${name}`, {
          sub: subjectOf(name, serviceAccount),
        }),
      ),
    ),
  ];
}

function hostilePods(workspace: RolePolicyInput): Probe[] {
  const [namespace] = workspace.namespaces;
  const serviceAccount =
    workspace.podIdentity?.serviceAccount ?? POD_IDENTITY_SERVICE_ACCOUNT;
  const pod = { namespace, serviceAccount };
  const otherCluster = `arn:${workspace.partition}:eks:${workspace.region}:${workspace.account}:cluster/other-cluster`;
  const identity = (
    title: string,
    request: Parameters<typeof podIdentity>[1],
  ) => trust(`EKS Pod Identity ${title}`, podIdentity(workspace, request));
  return [
    identity('without session tags', {
      namespace: null,
      serviceAccount: null,
    }),
    identity('for ServiceAccount default', {
      ...pod,
      serviceAccount: 'default',
    }),
    identity('in kube-system', { ...pod, namespace: 'kube-system' }),
    identity('of another cluster', { ...pod, clusterArn: otherCluster }),
    identity('of another account', { ...pod, account: OTHER_ACCOUNT }),
  ];
}

function hostilePrincipals({ partition, account }: RolePolicyInput): Probe[] {
  const role = (of: string) => `arn:${partition}:iam::${of}:role/other`;
  const identity = (
    title: string,
    ...principal: Parameters<typeof assumeRole>
  ) => assumeRole(...principal).map(request => trust(title, request));
  return [
    ...identity('Another role of the account', 'AWS', role(account)),
    ...identity('A role of another account', 'AWS', role(OTHER_ACCOUNT)),
    ...identity('An EC2 instance', 'Service', 'ec2.amazonaws.com'),
  ];
}

function hostileKeys(workspace: RolePolicyInput): Probe[] {
  const { partition, bucket, workspaceId: id } = workspace;
  const denied = (title: string, request: Parameters<typeof probe>[1]) =>
    probe({ title, policy: 'permissions', expected: 'deny' }, request);
  const prefix = workspacePrefix(id);
  return [
    denied('List the whole bucket', listBucket(partition, bucket, null)),
    denied(
      'List the whole bucket with an empty prefix',
      listBucket(partition, bucket, ''),
    ),
    denied(
      'List the own prefix without its slash',
      listBucket(partition, bucket, prefix.slice(0, -1)),
    ),
    denied(
      'Read an object at the root of the bucket',
      onObject(partition, 's3:GetObject', bucket, 'object'),
    ),
    denied(
      'Write an object named like the workspace',
      onObject(partition, 's3:PutObject', bucket, id),
    ),
    denied(
      'Read the own prefix of another bucket',
      onObject(partition, 's3:GetObject', `${bucket}-other`, prefix + OBJECT),
    ),
  ];
}
