import type { Config } from '@backstage/config';

/**
 * Refuses personas anywhere but in development.
 *
 * Both marks must say so: `auth.environment` is part of the configuration, while NODE_ENV is set
 * by whoever starts the process, so that one mistake alone never opens a portal to everybody.
 */
export function assertPersonasAllowed(options: {
  readonly config: Config;
  readonly nodeEnv: string | undefined;
}): void {
  const { config, nodeEnv } = options;
  const environment =
    config.getOptionalString('auth.environment') ?? 'development';
  if (environment === 'development' && nodeEnv === 'development') {
    return;
  }
  throw new Error(
    'The sign-in provider auth.providers.personas needs no password and is refused outside development ' +
      `(auth.environment is '${environment}', NODE_ENV is '${
        nodeEnv ?? ''
      }'). ` +
      'Remove it from the configuration (auth.providers.personas: null) and configure another provider.',
  );
}
