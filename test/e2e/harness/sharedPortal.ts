import type { Portal } from './Portal';

/** What tests need to know of the portal. */
export type PortalAddress = Pick<Portal, 'url' | 'backendUrl' | 'directory'>;

/** Tests run in other processes and contexts, to which only the environment leads. */
const VARIABLE = 'TEAM_WORKSPACES_E2E_PORTAL';

const holder = globalThis as typeof globalThis & { portal?: Portal };

/** Keeps a portal for the time of the run, and tells tests where it is. */
export function keepPortal(portal: Portal): void {
  holder.portal = portal;
  const { url, backendUrl, directory } = portal;
  const address: PortalAddress = { url, backendUrl, directory };
  process.env[VARIABLE] = JSON.stringify(address);
}

/** Whether there is a portal already, as when somebody set the variable to work on the tests. */
export function hasPortal(): boolean {
  return Boolean(process.env[VARIABLE]);
}

/** Stops the portal that is kept; one that was there before goes on. */
export async function stopPortal(): Promise<void> {
  await holder.portal?.stop();
}

/** The portal of this run. */
export function portalAddress(): PortalAddress {
  const text = process.env[VARIABLE];
  if (!text) {
    throw new Error('No portal was started: run with e2e/jest.config.js.');
  }
  return JSON.parse(text);
}
