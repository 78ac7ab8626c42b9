import type {
  ClusterClient,
  KubernetesObject,
  StepContext,
  Workspace,
  WorkspaceMember,
  WorkspaceStep,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { quietLogger } from '../portal/quietLogger';

/** A write as a raw writer makes it. */
export interface RawWrite {
  readonly verb: 'create' | 'apply';
  readonly object: KubernetesObject;
}

/** The writes that provision a workspace from nothing, as the steps plan them; namespaces first. */
export async function plannedWrites(
  steps: readonly WorkspaceStep[],
  workspace: Workspace,
  members: readonly WorkspaceMember[],
): Promise<RawWrite[]> {
  const context = emptyContext(workspace, members);
  const writes: RawWrite[] = [];
  for (const step of steps) {
    const { changes } = await step.plan(context);
    for (const { desired } of changes) {
      if (desired) {
        const verb = desired.kind === 'Namespace' ? 'create' : 'apply';
        writes.push({ verb, object: desired });
      }
    }
  }
  return writes;
}

/** A context in which nothing exists, and nothing may be written. */
function emptyContext(
  workspace: Workspace,
  members: readonly WorkspaceMember[],
): StepContext {
  const refuse = async () => {
    throw new Error('Planning asked for the cluster');
  };
  return {
    workspace,
    members,
    people: [],
    cluster: { name: workspace.cluster } as ClusterClient,
    internalCidrs: [],
    reader: { get: async () => undefined, listManaged: async () => [] },
    records: {
      list: () => [],
      find: () => undefined,
      put: refuse,
      remove: refuse,
      creationToken: 'raw',
    },
    absentNamespaces: new Set(),
    logger: quietLogger,
    signal: new AbortController().signal,
    write: refuse,
    progress: () => {},
  };
}
