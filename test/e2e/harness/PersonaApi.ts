import { WorkspacesClient } from '@team-workspaces/backstage-plugin-workspaces-common';

/** Ids of the example people that one can sign in as in development. */
export type Persona = 'developer' | 'lead' | 'viewer' | 'admin' | 'outsider';

/** What the sign-in page calls the personas. */
export const PERSONA_NAMES: Readonly<Record<Persona, string>> = {
  developer: 'Dana Developer',
  lead: 'Lee Lead',
  viewer: 'Vic Viewer',
  admin: 'Ada Admin',
  outsider: 'Nico Newcomer',
};

/** Requests as one of the personas, without a browser. */
export async function createPersonaFetch(
  backendUrl: string,
  persona: Persona,
): Promise<typeof fetch> {
  const response = await fetch(
    `${backendUrl}/api/auth/personas/refresh?persona=${persona}`,
    { headers: { 'x-requested-with': 'XMLHttpRequest' } },
  );
  if (!response.ok) {
    throw new Error(`Sign-in as ${persona} was answered ${response.status}`);
  }
  const { backstageIdentity } = await response.json();
  return (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set('authorization', `Bearer ${backstageIdentity.token}`);
    return fetch(input, { ...init, headers });
  };
}

/** The workspaces API as one of the personas, without a browser. */
export async function createPersonaClient(
  backendUrl: string,
  persona: Persona,
): Promise<WorkspacesClient> {
  return new WorkspacesClient({
    discoveryApi: {
      getBaseUrl: async pluginId => `${backendUrl}/api/${pluginId}`,
    },
    fetchApi: { fetch: await createPersonaFetch(backendUrl, persona) },
  });
}
