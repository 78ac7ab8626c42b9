import type { Config } from '@backstage/config';
import { LABEL_PREFIX } from '@team-workspaces/backstage-plugin-workspaces-common';
import { invalidConfig } from '@team-workspaces/backstage-plugin-workspaces-node';

/** Characters that AWS accepts in keys and values of tags. */
const TAG_TEXT = /^[\p{L}\p{Z}\p{N}_.:/=+@-]*$/u;

/** A role has at most 50 tags; some are ours. */
const MAX_TAGS = 40;

/** Reads `tags` of managed roles. */
export function readTags(
  config: Config,
  path: string,
): Readonly<Record<string, string>> {
  const value = config.getOptional('tags') ?? {};
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw invalidConfig(`${path}.tags`, 'it must be an object.');
  }
  const entries = Object.entries(value);
  if (entries.length > MAX_TAGS) {
    throw invalidConfig(
      `${path}.tags`,
      `there are ${entries.length} tags, more than ${MAX_TAGS}.`,
    );
  }
  return Object.fromEntries(
    entries.map(([key, text]) => {
      const at = `${path}.tags[${key}]`;
      if (
        !TAG_TEXT.test(key) ||
        key.length < 1 ||
        key.length > 128 ||
        key.toLowerCase().startsWith('aws:')
      ) {
        throw invalidConfig(at, 'AWS accepts no such key of a tag.');
      }
      if (key.startsWith(`${LABEL_PREFIX}/`)) {
        throw invalidConfig(at, `keys under ${LABEL_PREFIX}/ are our own.`);
      }
      if (
        typeof text !== 'string' ||
        !TAG_TEXT.test(text) ||
        text.length > 256
      ) {
        throw invalidConfig(
          at,
          'the value must be a text of at most 256 characters that AWS accepts.',
        );
      }
      return [key, text];
    }),
  );
}
