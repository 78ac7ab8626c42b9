import type { Portal } from './Portal';

/** What tests need to know of the portal. */
export type PortalAddress = Pick<Portal, 'url' | 'backendUrl' | 'directory'> & {
  /** Where AWS is emulated; absent when the portal knows of no AWS. */
  readonly awsUrl?: string;
};

/** What ends with the run. */
interface Stoppable {
  stop(): Promise<void>;
}

/** Tests run in other processes and contexts, to which only the environment leads. */
const VARIABLE = 'TEAM_WORKSPACES_E2E_PORTAL';

const holder = globalThis as typeof globalThis & {
  stopWithPortal?: readonly Stoppable[];
};

/** Keeps a portal, and the AWS that it uses, for the time of the run, and tells tests where they are. */
export function keepPortal(
  portal: Portal,
  aws?: Stoppable & { readonly url: string },
): void {
  holder.stopWithPortal = aws ? [portal, aws] : [portal];
  const { url, backendUrl, directory } = portal;
  const address: PortalAddress = {
    url,
    backendUrl,
    directory,
    awsUrl: aws?.url,
  };
  process.env[VARIABLE] = JSON.stringify(address);
}

/** Whether there is a portal already, as when somebody set the variable to work on the tests. */
export function hasPortal(): boolean {
  return Boolean(process.env[VARIABLE]);
}

/** Stops the portal that is kept; one that was there before goes on. */
export async function stopPortal(): Promise<void> {
  for (const each of holder.stopWithPortal ?? []) {
    await each.stop();
  }
}

/** The portal of this run. */
export function portalAddress(): PortalAddress {
  const text = process.env[VARIABLE];
  if (!text) {
    throw new Error('No portal was started: run with e2e/jest.config.js.');
  }
  return JSON.parse(text);
}
