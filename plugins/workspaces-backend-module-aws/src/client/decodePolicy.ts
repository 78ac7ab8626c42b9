import type { PolicyDocument } from '../policies';

/** A policy document as AWS answers with it: JSON, percent-encoded (RFC 3986). Throws when it is neither. */
export function decodePolicy(text: string | undefined): PolicyDocument {
  if (!text) {
    throw new Error('AWS answered without the policy');
  }
  return JSON.parse(text.startsWith('{') ? text : decodeURIComponent(text));
}
