import type { IamCheck } from '@team-workspaces/backstage-plugin-workspaces-common';
import type {
  ClusterClient,
  KubernetesObject,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { z } from 'zod';
import { runCheck, type Finding } from './check';

const container = z.object({
  env: z
    .array(z.object({ name: z.string(), value: z.string().optional() }))
    .optional(),
});
const podSpec = z.object({
  serviceAccountName: z.string().optional(),
  containers: z.array(container).optional(),
});

/** What is wrong with pods that run already. */
export function podChecks(options: {
  readonly cluster: Promise<ClusterClient>;
  readonly namespaces: readonly string[];
  readonly roleArn: string | undefined;
  /** Name of the ServiceAccount of EKS Pod Identity, where that is configured. */
  readonly shared?: string;
}): Promise<IamCheck>[] {
  const { namespaces, roleArn, shared } = options;
  const isSession = ({ spec: { serviceAccountName = 'default' } }: Pod) =>
    serviceAccountName.startsWith('user-') || serviceAccountName === shared;
  const pods = listPods(options.cluster, namespaces);
  // The checks say so themselves.
  pods.catch(() => {});
  return [
    runCheck(
      {
        id: 'pods-use-service-account',
        title: 'Pods run under a ServiceAccount that gets the role',
        hint: `Set spec.serviceAccountName of the pods to user-…${
          shared ? ` or ${shared}` : ''
        }; the ServiceAccount default never gets a role.`,
      },
      async () =>
        judge(await pods, 'run under another ServiceAccount', isSession),
    ),
    runCheck(
      {
        id: 'pods-have-role',
        title: 'Pods were given the role',
        hint: 'The webhook changes pods only when they are made: restart the session. If it stays so, look at the webhook.',
      },
      async () =>
        judge(
          (await pods).filter(isSession),
          'lack what the SDKs of AWS look for',
          pod =>
            pod.spec.serviceAccountName === shared
              ? hasVariable(pod, 'AWS_CONTAINER_CREDENTIALS_FULL_URI')
              : hasVariable(pod, 'AWS_ROLE_ARN', roleArn),
        ),
    ),
  ];
}

interface Pod {
  readonly name: string;
  readonly spec: z.infer<typeof podSpec>;
}

async function listPods(
  cluster: Promise<ClusterClient>,
  namespaces: readonly string[],
): Promise<Pod[]> {
  const client = await cluster;
  const lists = await Promise.all(
    namespaces.map(namespace =>
      client.list({ apiVersion: 'v1', kind: 'Pod' }, { namespace }),
    ),
  );
  return lists.flatMap(({ items }) => items.map(toPod));
}

function toPod({ metadata, spec }: KubernetesObject): Pod {
  const parsed = podSpec.safeParse(spec);
  return {
    name: `${metadata.namespace}/${metadata.name}`,
    spec: parsed.success ? parsed.data : {},
  };
}

/** Whether a container has a variable, of any value or of this one. */
function hasVariable({ spec }: Pod, name: string, value?: string): boolean {
  return (spec.containers ?? []).some(({ env = [] }) =>
    env.some(
      variable =>
        variable.name === name &&
        (value === undefined || variable.value === value),
    ),
  );
}

function judge(
  pods: readonly Pod[],
  fault: string,
  isRight: (pod: Pod) => boolean,
): Finding {
  if (pods.length === 0) {
    return { ok: undefined, message: 'No pod of the workspace runs now.' };
  }
  const wrong = pods.filter(pod => !isRight(pod));
  return wrong.length === 0
    ? { ok: true, message: `All ${pods.length} pods do.` }
    : {
        ok: false,
        message: `${wrong.length} of ${pods.length} pods ${fault}, such as ${wrong[0].name}.`,
      };
}
