import type { RootConfigService } from '@backstage/backend-plugin-api';

/**
 * The error of a start-up that is refused: names the key of the configuration and the rule it breaks.
 *
 * @public
 */
export function invalidConfig(key: string, rule: string): Error {
  return new Error(`Invalid configuration at ${key}: ${rule}`);
}

/**
 * Refuses misspelt keys of a section, which would otherwise silently leave a default in force.
 *
 * @param path - of the section, such as `workspaces.network`
 * @public
 */
export function assertKnownKeys(
  section: Pick<RootConfigService, 'keys'>,
  path: string,
  known: readonly string[],
): void {
  for (const key of section.keys()) {
    if (!known.includes(key)) {
      throw invalidConfig(
        `${path}.${key}`,
        `there is no such key; known are ${known.join(', ')}.`,
      );
    }
  }
}
