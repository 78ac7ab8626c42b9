import type { StoredWorkspace } from '../types';
import type { Portal } from './startPortal';

const DEADLINE_MS = 20_000;
const INTERVAL_MS = 50;

/** Waits until a workspace is in a phase, and tells the conditions when it does not get there. */
export async function untilPhase(
  { store }: Pick<Portal, 'store'>,
  id: string,
  phase: StoredWorkspace['phase'] | 'gone',
): Promise<StoredWorkspace> {
  const deadline = Date.now() + DEADLINE_MS;
  let last: StoredWorkspace | undefined;
  while (Date.now() < deadline) {
    const workspace = await store.findById(id);
    if ((workspace?.phase ?? 'gone') === phase) {
      return workspace ?? (last as StoredWorkspace);
    }
    last = workspace ?? last;
    await new Promise(resolve => setTimeout(resolve, INTERVAL_MS));
  }
  throw new Error(
    `${id} did not become ${phase} but ${last?.phase}: ${JSON.stringify(
      last?.conditions,
      null,
      2,
    )}`,
  );
}
