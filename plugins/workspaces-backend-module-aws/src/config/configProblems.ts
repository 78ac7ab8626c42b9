import type { Config } from '@backstage/config';

/** The error of a start-up that is refused: names the key of the configuration and the rule it breaks. */
export function invalidConfig(key: string, rule: string): Error {
  return new Error(`Invalid configuration at ${key}: ${rule}`);
}

/** Refuses misspelt keys, which would otherwise silently leave a default in force. */
export function assertKnownKeys(
  config: Config,
  path: string,
  known: readonly string[],
): void {
  for (const key of config.keys()) {
    if (!known.includes(key)) {
      throw invalidConfig(
        `${path}.${key}`,
        `there is no such key; known are ${known.join(', ')}.`,
      );
    }
  }
}

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
