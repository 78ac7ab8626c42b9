import { forbidden } from '../api/errors';
import { builtIn } from '../api/ResourceRegistry';
import {
  stringField,
  type KubernetesObject,
} from '../objects/KubernetesObject';
import type { ClusterState } from './ClusterState';

const pods = builtIn('', 'pods');
const serviceAccounts = builtIn('', 'serviceaccounts');

/** Refuses pods under a ServiceAccount that does not exist. */
export function requireServiceAccount(
  cluster: ClusterState,
  pod: KubernetesObject,
): void {
  const { namespace = '', name } = pod.metadata;
  const account = stringField(pod.spec, 'serviceAccountName') ?? 'default';
  if (cluster.store.get(serviceAccounts, namespace, account)) return;
  throw forbidden({
    type: pods,
    name,
    message: `error looking up service account ${namespace}/${account}: serviceaccount "${account}" not found`,
  });
}
