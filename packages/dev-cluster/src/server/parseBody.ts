import type { JsonValue } from '@backstage/types';
import { parse } from 'yaml';
import { badRequest } from '../api/errors';

/** Reads a JSON body, or a YAML one where the content type says so. */
export function parseBody(text: string, contentType: string): JsonValue {
  if (!text) return {};
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!contentType.includes('yaml')) {
      throw badRequest(
        `the object provided is unrecognized (must be of type JSON): ${
          error instanceof Error ? error.message : error
        }`,
      );
    }
  }
  try {
    return parse(text);
  } catch {
    throw badRequest('error decoding YAML');
  }
}
