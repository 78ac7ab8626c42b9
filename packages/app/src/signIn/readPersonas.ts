import type { Config } from '@backstage/config';

/** Someone to sign in as in development. */
export type Persona = {
  readonly id: string;
  readonly entityRef: string;
  readonly displayName: string;
  /** The part this person plays. */
  readonly title: string;
  /** What this person can do, in a sentence or two. */
  readonly description: string;
};

/** The personas of `auth.providers.personas.<auth.environment>.users`; none when there is no such section. */
export function readPersonas(config: Config): Persona[] {
  const environment =
    config.getOptionalString('auth.environment') ?? 'development';
  if (environment !== 'development') {
    return [];
  }
  const users = config.getOptionalConfigArray(
    'auth.providers.personas.development.users',
  );
  return (users ?? []).map(user => ({
    id: user.getString('id'),
    entityRef: user.getString('entityRef'),
    displayName: user.getString('displayName'),
    title: user.getString('title'),
    description: user.getString('description'),
  }));
}
