import {
  ROLE_ARN_ANNOTATION,
  type IamCheck,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import {
  ClusterError,
  type ClusterClient,
  type KubernetesObject,
  type SessionIdentity,
  type Workspace,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { SERVICE_ACCOUNT } from '../objects/kinds';

/** Looks in the cluster for reasons why a session does not get the role. */
export async function checkRoleInCluster(
  { iam }: Workspace,
  options: {
    readonly identity: SessionIdentity | undefined;
    readonly cluster: () => Promise<ClusterClient>;
  },
): Promise<IamCheck[]> {
  const { identity } = options;
  const account = await readAccount(options);
  return [
    iam.mode !== 'none' && iam.roleArn
      ? check('role', 'ok', `The role is ${iam.roleArn}.`)
      : check(
          'role',
          'failed',
          'The workspace has no role.',
          'Have a portal admin set one.',
        ),
    checkAccount(identity, account),
    checkAnnotation(iam.roleArn, account),
    check(
      'aws',
      'unknown',
      'The portal has no access to AWS, so role, trust and policies were not looked at.',
      'Install the AWS module and configure workspaces.aws, or compare the trust policy of the role with the ServiceAccount by hand.',
    ),
  ];
}

const TITLES = {
  role: 'The workspace has a role',
  'service-account': 'The ServiceAccount exists',
  annotation: 'The ServiceAccount names the role',
  aws: 'AWS lets the ServiceAccount take the role',
} as const;

type Account = KubernetesObject | 'absent' | { readonly unreadable: string };

async function readAccount({
  identity,
  cluster,
}: {
  readonly identity: SessionIdentity | undefined;
  readonly cluster: () => Promise<ClusterClient>;
}): Promise<Account> {
  if (!identity) {
    return 'absent';
  }
  try {
    const client = await cluster();
    const found = await client.get({
      ...SERVICE_ACCOUNT,
      namespace: identity.namespace,
      name: identity.serviceAccount,
    });
    return found ?? 'absent';
  } catch (error) {
    if (error instanceof ClusterError) {
      return { unreadable: error.message };
    }
    throw error;
  }
}

function checkAccount(
  identity: SessionIdentity | undefined,
  account: Account,
): IamCheck {
  const id = 'service-account';
  if (!identity) {
    return check(
      id,
      'unknown',
      'You have no ServiceAccount here, not being a member.',
      'Look as a member of the workspace.',
    );
  }
  const name = `${identity.namespace}/${identity.serviceAccount}`;
  if (account === 'absent') {
    return check(
      id,
      'failed',
      `There is no ServiceAccount ${name}.`,
      'Sign in again, or Sync IAM.',
    );
  }
  return 'unreadable' in account
    ? check(id, 'unknown', String(account.unreadable))
    : check(id, 'ok', `The ServiceAccount ${name} is there.`);
}

function checkAnnotation(
  roleArn: string | undefined,
  account: Account,
): IamCheck {
  const id = 'annotation';
  if (account === 'absent' || 'unreadable' in account) {
    return check(id, 'unknown', 'There is no ServiceAccount to look at.');
  }
  const annotated = (account as KubernetesObject).metadata.annotations?.[
    ROLE_ARN_ANNOTATION
  ];
  if (annotated === roleArn) {
    return check(
      id,
      roleArn ? 'ok' : 'failed',
      roleArn ? `It names ${roleArn}.` : 'It names no role, as there is none.',
    );
  }
  return check(
    id,
    'failed',
    `It names ${annotated ?? 'no role'} instead of ${roleArn ?? 'none'}.`,
    'Sync IAM.',
  );
}

function check(
  id: keyof typeof TITLES,
  status: IamCheck['status'],
  message: string,
  hint?: string,
): IamCheck {
  return { id, title: TITLES[id], status, message, ...(hint && { hint }) };
}
