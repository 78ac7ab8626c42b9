import { parseEntityRef } from '@backstage/catalog-model';

/** An entity ref for people where a link does not fit, such as `Group platform`. */
export function refText(ref: string): string {
  try {
    const { kind, namespace, name } = parseEntityRef(ref, {
      defaultKind: 'group',
      defaultNamespace: 'default',
    });
    const shown = namespace === 'default' ? name : `${namespace}/${name}`;
    return kind.toLocaleLowerCase('en-US') === 'group'
      ? `Group ${shown}`
      : shown;
  } catch {
    return ref;
  }
}

/** Some entity refs for people, on one line. */
export function refsText(refs: readonly string[]): string {
  return refs.map(refText).join(', ');
}

/** Whether a text is a full entity ref, and not `system` or `plugin:…`. */
export function isEntityRef(text: string): boolean {
  return /^[^:/\s]+:[^:/\s]+\/[^:/\s]+$/.test(text);
}

/** A sentence for people in which full entity refs stand as {@link refText} has them. */
export function readableRefs(sentence: string): string {
  return sentence.replace(
    /\b(?:user|group):[\w.-]+\/[\w-]+(?:\.[\w-]+)*/gi,
    refText,
  );
}
