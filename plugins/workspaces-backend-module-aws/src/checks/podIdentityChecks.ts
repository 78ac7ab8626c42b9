import type {
  IamCheck,
  PodIdentityReport,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import {
  ClusterError,
  type ClusterClient,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { z } from 'zod';
import { accessRequest, compilePolicy, evaluate } from '../evaluator';
import {
  POD_IDENTITY_SERVICE,
  POD_IDENTITY_SERVICE_ACCOUNT,
  type PolicyDocument,
  type RolePolicyInput,
} from '../policies';
import { podIdentity } from '../proof/requests';
import type { InspectedRole } from '../provider/RoleInspector';
import { runCheck, type Finding } from './check';

const AGENT = {
  apiVersion: 'apps/v1',
  kind: 'DaemonSet',
  namespace: 'kube-system',
  name: 'eks-pod-identity-agent',
} as const;

const agentStatus = z.object({
  desiredNumberScheduled: z.number(),
  numberReady: z.number().default(0),
});

/** What is wrong with getting the role by EKS Pod Identity, where that is configured. */
export function podIdentityChecks(options: {
  readonly cluster: Promise<ClusterClient>;
  readonly inspected: InspectedRole;
  readonly input: RolePolicyInput;
  readonly report: Promise<PodIdentityReport | undefined>;
}): Promise<IamCheck>[] {
  const { cluster, inspected, input, report } = options;
  const { role } = inspected.snapshot;
  return [
    runCheck(
      {
        id: 'pod-identity-association',
        title: 'EKS knows the role of the shared ServiceAccount',
        hint: 'Press Retry provisioning for a managed role; for an external one, make the association with this role and with session tags.',
      },
      async () => judgeAssociations(await report),
    ),
    runCheck(
      {
        id: 'pod-identity-agent',
        title: 'The Pod Identity agent runs on every node',
        hint: 'Install the EKS add-on eks-pod-identity-agent.',
      },
      async () => findAgent(await cluster),
    ),
    runCheck(
      {
        id: 'trust-pod-identity',
        title: 'The trust lets Pod Identity of the cluster in',
        hint: `Let a statement for ${POD_IDENTITY_SERVICE} allow sts:AssumeRole and sts:TagSession for ${input.podIdentity?.clusterArn} and every namespace of the workspace, as the rendered trust does.`,
      },
      () =>
        role
          ? judgeTrust(role.trust, input)
          : { ok: undefined, message: 'There is no role to look at.' },
    ),
  ];
}

function judgeAssociations(report: PodIdentityReport | undefined): Finding {
  const associations = report?.associations ?? [];
  const faults = associations.filter(({ state }) => state !== 'ready');
  if (faults.length === 0) {
    return {
      ok: true,
      message: `${associations.length} associations have the role, with session tags.`,
    };
  }
  const [{ namespace, state, message = '' }] = faults;
  return {
    ok: faults.every(one => one.state === 'unknown') ? undefined : false,
    message:
      `${faults.length} of ${associations.length} are not as they should be. ${namespace}: ${state}. ${message}`.trim(),
  };
}

async function findAgent(cluster: ClusterClient): Promise<Finding> {
  const where = `${AGENT.kind} ${AGENT.name} in ${AGENT.namespace}`;
  try {
    const agent = await cluster.get(AGENT);
    if (!agent) {
      return { ok: false, message: `There is no ${where}.` };
    }
    const status = agentStatus.safeParse(agent.status);
    if (!status.success) {
      return {
        ok: undefined,
        message: `${where} does not tell its state yet.`,
      };
    }
    const { desiredNumberScheduled, numberReady } = status.data;
    return {
      ok: numberReady >= desiredNumberScheduled,
      message: `${where} is ready on ${numberReady} of ${desiredNumberScheduled} nodes.`,
    };
  } catch (error) {
    if (error instanceof ClusterError && error.reason === 'RbacInsufficient') {
      return {
        ok: undefined,
        message: `We may not look at ${where}.`,
        hint: `Run: kubectl get daemonset ${AGENT.name} --namespace ${AGENT.namespace}`,
      };
    }
    throw error;
  }
}

/** Both actions are asked for: the agent brings session tags, which take a right of their own. */
function judgeTrust(trust: PolicyDocument, input: RolePolicyInput): Finding {
  const compiled = [compilePolicy(trust, 'trust')];
  const serviceAccount =
    input.podIdentity?.serviceAccount ?? POD_IDENTITY_SERVICE_ACCOUNT;
  const refused = input.namespaces.flatMap(namespace => {
    const request = podIdentity(input, { namespace, serviceAccount });
    return ['sts:AssumeRole', 'sts:TagSession']
      .filter(
        action =>
          evaluate(compiled, accessRequest({ ...request, action })).decision !==
          'allow',
      )
      .map(action => `${action} for ${namespace}/${serviceAccount}`);
  });
  return refused.length === 0
    ? {
        ok: true,
        message: `A statement lets ${input.podIdentity?.clusterArn} in for ${input.namespaces.length} namespaces.`,
      }
    : { ok: false, message: `No statement allows ${refused.join(', ')}.` };
}
