import type { DirectoryEntry } from '../membership/DirectoryEntry';

/** Longest subject; OpenID Connect allows 255 characters. */
const MAX_LENGTH = 255;

/**
 * How a person is called by the identity provider: what the annotation of the User says, else the entity ref. An
 * annotation that reads like an entity ref does not count, or one User could pass for another.
 */
export function subjectOf(
  { ref, annotations }: Pick<DirectoryEntry, 'ref' | 'annotations'>,
  annotation: string | undefined,
): string {
  const subject = annotation === undefined ? '' : annotations[annotation] ?? '';
  return subject.trim() === '' ||
    subject.length > MAX_LENGTH ||
    /^user:/i.test(subject)
    ? ref
    : subject;
}
