import { Portal } from './Portal';
import { hasPortal, keepPortal } from './sharedPortal';

/** Starts the one portal of all browser tests: starting it takes longer than all of them. */
export default async function globalSetup(): Promise<void> {
  if (!hasPortal()) {
    keepPortal(await Portal.start());
  }
}
