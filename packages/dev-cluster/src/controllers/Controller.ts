import type { StoredEvent } from '../storage/EventHistory';

/** Something that reacts to changes, as the controller manager of a real cluster does. */
export interface Controller {
  /** Called after every change, outside the request that made it. */
  handle(event: StoredEvent): void;
}
