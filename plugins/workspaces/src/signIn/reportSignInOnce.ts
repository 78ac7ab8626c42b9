import type { WorkspacesApi } from '@team-workspaces/backstage-plugin-workspaces-common';

/** Prefix of the keys under which a session remembers whose sign-in was reported. */
const KEY = 'team-workspaces.sign-in';

/** What the report is made of. */
export interface SignInOptions {
  readonly api: Pick<WorkspacesApi, 'reportSignIn'>;
  /** Answers once somebody has signed in. */
  readonly identity: {
    getBackstageIdentity(): Promise<{ readonly userEntityRef: string }>;
  };
  /** Lasts as long as the session. */
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
}

/**
 * Reports the sign-in of this session and person, if that did not happen yet. Never rejects: when the backend does
 * not answer, the next load of the page reports again.
 */
export async function reportSignInOnce(options: SignInOptions): Promise<void> {
  const { api, identity, storage } = options;
  try {
    const { userEntityRef } = await identity.getBackstageIdentity();
    const key = `${KEY}:${userEntityRef}`;
    if (storage.getItem(key)) {
      return;
    }
    // Before the report, so that a page which is rendered twice reports once.
    storage.setItem(key, new Date().toISOString());
    await api.reportSignIn().catch(() => storage.removeItem(key));
  } catch {
    // Nobody signed in, or the browser keeps no storage: signing in works all the same.
  }
}
