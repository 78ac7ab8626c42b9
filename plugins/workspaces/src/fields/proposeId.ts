import { MIN_ID_LENGTH } from '@team-workspaces/backstage-plugin-workspaces-common';

/** A text in the characters that an id may have. */
function toSlug(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLocaleLowerCase('en-US')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/**
 * An id made from team and display name, such as `team-ds-churn`; undefined while there is too little to make one.
 * A name that begins with the team does not repeat it.
 */
export function proposeId(options: {
  /** Name of the Group in the catalog. */
  readonly team?: string;
  readonly displayName?: string;
  readonly maxLength: number;
}): string | undefined {
  const team = toSlug(options.team ?? '');
  const name = toSlug(options.displayName ?? '');
  const parts =
    name === team || name.startsWith(`${team}-`) ? [name] : [team, name];
  const id = parts
    .filter(Boolean)
    .join('-')
    .slice(0, options.maxLength)
    .replace(/-+$/, '');
  return id.length >= MIN_ID_LENGTH ? id : undefined;
}

/** Another id in place of one that is taken: with a number at its end, or the next one. */
export function nextId(id: string, maxLength: number): string {
  const match = /^(.+)-(\d{1,4})$/.exec(id);
  const stem = match ? match[1] : id;
  const suffix = `-${match ? Number(match[2]) + 1 : 2}`;
  return `${stem
    .slice(0, maxLength - suffix.length)
    .replace(/-+$/, '')}${suffix}`;
}
