import {
  ROLE_ARN_ANNOTATION,
  type IamCheck,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import {
  ClusterError,
  type ClusterClient,
  type KubernetesObject,
  type SessionIdentity,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { runCheck, type Finding } from './check';

const SERVICE_ACCOUNT = { apiVersion: 'v1', kind: 'ServiceAccount' };
const WEBHOOK = {
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind: 'MutatingWebhookConfiguration',
  name: 'pod-identity-webhook',
};

/** What is wrong within the cluster before AWS is even asked. */
export function clusterChecks(options: {
  readonly cluster: Promise<ClusterClient>;
  /** The ServiceAccounts concerned. */
  readonly identities: readonly SessionIdentity[];
  readonly roleArn: string | undefined;
}): Promise<IamCheck>[] {
  const { cluster, identities, roleArn } = options;
  const read = Promise.all(
    identities.map(async identity => ({
      identity,
      object: await readServiceAccount(await cluster, identity),
    })),
  );
  // The checks say so themselves.
  read.catch(() => {});
  return [
    runCheck(
      {
        id: 'service-account-exists',
        title: 'The ServiceAccount exists',
        hint: 'It is made when somebody signs in for the first time. Sign out and in again, or press Sync IAM.',
      },
      async () => {
        const missing = (await read).filter(({ object }) => !object);
        if (identities.length === 0) {
          return {
            ok: false,
            message: 'Nobody of the workspace has signed in.',
          };
        }
        return missing.length === 0
          ? { ok: true, message: `${namesOf(identities)} exist.` }
          : {
              ok: false,
              message: `${namesOf(
                missing.map(({ identity }) => identity),
              )} are missing.`,
            };
      },
    ),
    runCheck(
      {
        id: 'annotation-matches',
        title: 'The ServiceAccount is annotated with the role',
        hint: 'Press Sync IAM, which writes the role to every ServiceAccount.',
      },
      async () => compareAnnotations(await read, roleArn),
    ),
    runCheck(
      {
        id: 'webhook-present',
        title: 'The webhook of EKS injects credentials',
        hint: 'EKS brings the webhook pod-identity-webhook; install amazon-eks-pod-identity-webhook on other clusters.',
      },
      async () => findWebhook(await cluster),
    ),
  ];
}

async function readServiceAccount(
  cluster: ClusterClient,
  { namespace, serviceAccount }: SessionIdentity,
): Promise<KubernetesObject | undefined> {
  return cluster.get({ ...SERVICE_ACCOUNT, namespace, name: serviceAccount });
}

function compareAnnotations(
  read: readonly {
    readonly identity: SessionIdentity;
    readonly object?: KubernetesObject;
  }[],
  roleArn: string | undefined,
): Finding {
  const present = read.filter(({ object }) => object);
  if (present.length === 0) {
    return { ok: undefined, message: 'There is no ServiceAccount to look at.' };
  }
  const different = present.filter(
    ({ object }) =>
      object?.metadata.annotations?.[ROLE_ARN_ANNOTATION] !== roleArn,
  );
  if (different.length === 0) {
    return {
      ok: roleArn !== undefined,
      message: `${ROLE_ARN_ANNOTATION} is ${roleArn ?? 'absent'}.`,
    };
  }
  const [{ identity, object }] = different;
  const annotation = object?.metadata.annotations?.[ROLE_ARN_ANNOTATION];
  return {
    ok: false,
    message: `${ROLE_ARN_ANNOTATION} of ${namesOf([identity])} is ${
      annotation ?? 'absent'
    }, and should be ${roleArn ?? 'absent'}${
      different.length > 1 ? `; ${different.length} in all` : ''
    }.`,
  };
}

async function findWebhook(cluster: ClusterClient): Promise<Finding> {
  try {
    const webhook = await cluster.get(WEBHOOK);
    return webhook
      ? { ok: true, message: `${WEBHOOK.kind} ${WEBHOOK.name} is there.` }
      : { ok: false, message: `There is no ${WEBHOOK.kind} ${WEBHOOK.name}.` };
  } catch (error) {
    if (error instanceof ClusterError && error.reason === 'RbacInsufficient') {
      return {
        ok: undefined,
        message: `We may not look at ${WEBHOOK.kind} ${WEBHOOK.name}.`,
        hint: `Run: kubectl get mutatingwebhookconfiguration ${WEBHOOK.name}`,
      };
    }
    throw error;
  }
}

/** ServiceAccounts as people call them, the first few only. */
export function namesOf(identities: readonly SessionIdentity[]): string {
  const names = identities.map(
    ({ namespace, serviceAccount }) => `${namespace}/${serviceAccount}`,
  );
  const shown = names.slice(0, 3).join(', ');
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown;
}
