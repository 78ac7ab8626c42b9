import type { StoredEvent } from '../storage/EventHistory';

/** Something that reacts to changes, as the controller manager of a real cluster does. */
export interface Controller {
  /** Takes note of a change, outside the request that made it. */
  handle(event: StoredEvent): void;
  /** Does what the changes since the last time call for. */
  reconcile?(): void;
}

/** The field manager of everything that controllers write. */
export const controllerManager = 'kube-controller-manager';
