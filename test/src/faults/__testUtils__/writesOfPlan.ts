import type { Plan } from '@team-workspaces/backstage-plugin-workspaces-common';
import type { DevCluster } from '@team-workspaces/dev-cluster';

const RESOURCES: Readonly<Record<string, string>> = {
  Namespace: 'namespaces',
  LimitRange: 'limitranges',
  NetworkPolicy: 'networkpolicies',
  ResourceQuota: 'resourcequotas',
  Role: 'roles',
  RoleBinding: 'rolebindings',
  ServiceAccount: 'serviceaccounts',
};

/** The writes that a plan announces, in a form that can be compared with {@link writesDone}. */
export function writesOfPlan({ changes }: Plan): string[] {
  return changes
    .map(({ action, object: { kind, namespace = '', name } }) => {
      const effect = action === 'delete' ? 'delete' : 'write';
      return `${effect} ${RESOURCES[kind]} ${namespace}/${name}`;
    })
    .sort();
}

/** The writes that were done since the last reset. */
export function writesDone({ writes }: DevCluster): string[] {
  return writes
    .map(({ verb, resource, namespace, name }) => {
      const effect = verb === 'delete' ? 'delete' : 'write';
      return `${effect} ${resource} ${namespace}/${name}`;
    })
    .sort();
}
