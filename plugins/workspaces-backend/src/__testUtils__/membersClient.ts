import type { PersonClient } from './startPortal';

/** An activity as the API shows it, as far as tests look at it. */
export interface ShownActivity {
  readonly actor: string;
  readonly action: string;
  readonly message: string;
  readonly details?: object;
}

/** Requests of one person about the members of one workspace. */
export function membersClient(client: PersonClient, id: string) {
  const path = `/workspaces/${id}`;
  return {
    list: () => client.get(`${path}/members`),
    add: (body: object) => client.post(`${path}/members`, body),
    change: (body: object) => client.patch(`${path}/members`, body),
    remove: (body: object) => client.post(`${path}/members/remove`, body),
    preview: (body: object) => client.post(`${path}/members/preview`, body),
    transfer: (body: object) => client.post(`${path}/transfer`, body),
    get: () => client.get(path),
    activity: async (): Promise<ShownActivity[]> =>
      (await client.get(`${path}/activity`)).body.items,
  };
}
