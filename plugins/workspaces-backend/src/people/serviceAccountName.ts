import { createHash } from 'node:crypto';
import { SERVICE_ACCOUNT_PREFIX } from '@team-workspaces/backstage-plugin-workspaces-common';

/** Longest slug: names of ServiceAccounts are used as labels too, which hold 63 characters. */
const MAX_SLUG_LENGTH = 63 - SERVICE_ACCOUNT_PREFIX.length;

/** Characters of the hash; 60 bits. */
const HASH_LENGTH = 12;

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';

/** How a slug with a hash ends. */
const HASH_ENDING = new RegExp(`-[${BASE32}]{${HASH_LENGTH}}$`);

/**
 * The name of the ServiceAccount of a person: `user-` and the subject, lower-cased and cleaned to what a DNS label
 * may hold.
 *
 * Two subjects never share a name. One that had to be changed or shortened gets a hash of itself. One that looks as if
 * it had a hash already gets one too, so that nobody can choose a subject that reads like the name of somebody else.
 */
export function serviceAccountName(subject: string): string {
  return `${SERVICE_ACCOUNT_PREFIX}${slugOf(subject)}`;
}

function slugOf(subject: string): string {
  const clean = subject
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (
    clean === subject &&
    clean.length > 0 &&
    clean.length <= MAX_SLUG_LENGTH &&
    !HASH_ENDING.test(clean)
  ) {
    return clean;
  }
  const readable = clean
    .slice(0, MAX_SLUG_LENGTH - HASH_LENGTH - 1)
    .replace(/-$/, '');
  return `${readable || 'x'}-${hashOf(subject)}`;
}

function hashOf(subject: string): string {
  // UTF-16 as it is: UTF-8 turns every unpaired surrogate into the same character.
  const digest = createHash('sha256')
    .update(Buffer.from(subject, 'utf16le'))
    .digest();
  let hash = '';
  let bits = 0n;
  for (const byte of digest.subarray(0, 8)) {
    bits = bits * 256n + BigInt(byte);
  }
  for (let index = 0; index < HASH_LENGTH; index += 1) {
    hash += BASE32[Number(bits % 32n)];
    bits /= 32n;
  }
  return hash;
}
