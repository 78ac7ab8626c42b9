import type { Config } from '@backstage/config';
import { invalidConfig } from '@team-workspaces/backstage-plugin-workspaces-node';

/** Reads one of a few words. */
export function readChoice<T extends string>(
  config: Config,
  path: string,
  key: string,
  choices: readonly T[],
): T | undefined {
  const value = config.getOptionalString(key);
  if (value === undefined) {
    return undefined;
  }
  const choice = choices.find(each => each === value);
  if (choice === undefined) {
    throw invalidConfig(
      `${path}.${key}`,
      `"${value}" is not one of ${choices.join(', ')}.`,
    );
  }
  return choice;
}

/** Reads a whole number of at least `min`. */
export function readWholeNumber(
  config: Config,
  path: string,
  key: string,
  min: number,
): number | undefined {
  const value = config.getOptionalNumber(key);
  if (value !== undefined && (!Number.isInteger(value) || value < min)) {
    throw invalidConfig(
      `${path}.${key}`,
      `${value} is not a whole number of at least ${min}.`,
    );
  }
  return value;
}

/** Reads an object of texts and numbers, such as labels or quantities, whose keys may hold dots and slashes. */
export function readTextMap(
  config: Config,
  path: string,
  key: string,
): Record<string, string> | undefined {
  const value = config.getOptional(key);
  if (value === undefined) {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw invalidConfig(`${path}.${key}`, 'it must be an object.');
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]) => {
      if (typeof entry !== 'string' && typeof entry !== 'number') {
        throw invalidConfig(
          `${path}.${key}[${name}]`,
          'it must be a text or a number.',
        );
      }
      return [name, String(entry)];
    }),
  );
}
