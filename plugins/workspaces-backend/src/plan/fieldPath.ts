/** One step down into an object: the name of a field, or the keys of an item of a keyed list. */
export type PathElement = string | Readonly<Record<string, unknown>>;

/** Writes a path for people, such as `metadata.labels[app.kubernetes.io/name]` or `spec.ports[port=80]`. */
export function formatPath(path: readonly PathElement[]): string {
  return path
    .map((element, index) => {
      if (typeof element !== 'string') {
        return `[${Object.entries(element)
          .map(([key, value]) => `${key}=${value}`)
          .join(',')}]`;
      }
      if (!/^[A-Za-z0-9_-]+$/.test(element)) {
        return `[${element}]`;
      }
      return index === 0 ? element : `.${element}`;
    })
    .join('');
}
