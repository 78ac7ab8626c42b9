import type { Config } from '@backstage/config';

/** Someone to sign in as in development. */
export type Persona = {
  readonly id: string;
  /** A User of the catalog. */
  readonly entityRef: string;
  readonly displayName: string;
};

/** Reads `auth.providers.personas`. */
export function readPersonas(config: Config): ReadonlyMap<string, Persona> {
  const personas = new Map<string, Persona>();
  for (const user of config.getConfigArray('development.users')) {
    const id = user.getString('id');
    if (personas.has(id)) {
      throw new Error(`Two personas are called '${id}'`);
    }
    personas.set(id, {
      id,
      entityRef: user.getString('entityRef'),
      displayName: user.getString('displayName'),
    });
  }
  return personas;
}
