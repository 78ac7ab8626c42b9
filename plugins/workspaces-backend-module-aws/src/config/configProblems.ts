import type { Config } from '@backstage/config';
import { invalidConfig } from '@team-workspaces/backstage-plugin-workspaces-node';

/** Reads a text that may not be absent. */
export function readRequired(
  config: Config,
  path: string,
  key: string,
): string {
  const value = config.getOptionalString(key);
  if (value === undefined) {
    throw invalidConfig(`${path}.${key}`, 'it is missing.');
  }
  return value;
}

/** Reads one of a few words. */
export function readChoice<T extends string>(
  value: string,
  key: string,
  choices: readonly T[],
): T {
  const choice = choices.find(each => each === value);
  if (choice === undefined) {
    throw invalidConfig(key, `"${value}" is not one of ${choices.join(', ')}.`);
  }
  return choice;
}
