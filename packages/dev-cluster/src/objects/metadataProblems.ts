import {
  forbiddenValue,
  invalidValue,
  tooLong,
  type FieldProblem,
} from '../api/fieldProblems';
import type { ObjectMeta } from './KubernetesObject';

const namePattern = /^[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;
const valuePattern = /^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/;
const prefixPattern =
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

const nameRule =
  "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";
const valueRule =
  "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";
/** Bytes that all annotations of an object may have together. */
const annotationLimit = 256 * 1024;

const standardFinalizers = ['kubernetes', 'foregroundDeletion', 'orphan'];

function qualifiedNameProblems(field: string, key: string): FieldProblem[] {
  const slash = key.indexOf('/');
  const prefix = slash < 0 ? undefined : key.slice(0, slash);
  const name = key.slice(slash + 1);
  if (prefix === '') {
    return [invalidValue(field, key, 'prefix part must be non-empty')];
  }
  if (prefix !== undefined && !prefixPattern.test(prefix)) {
    return [invalidValue(field, key, 'prefix part must be a DNS subdomain')];
  }
  return namePattern.test(name) ? [] : [invalidValue(field, key, nameRule)];
}

function labelProblems(labels: { [key: string]: string }): FieldProblem[] {
  return Object.entries(labels).flatMap(([key, value]) => [
    ...qualifiedNameProblems('metadata.labels', key),
    ...(value.length > 63
      ? [
          invalidValue(
            'metadata.labels',
            value,
            'must be no more than 63 bytes',
          ),
        ]
      : []),
    ...(valuePattern.test(value)
      ? []
      : [invalidValue('metadata.labels', value, valueRule)]),
  ]);
}

function annotationProblems(annotations: {
  [key: string]: string;
}): FieldProblem[] {
  const entries = Object.entries(annotations);
  const size = entries.reduce(
    (sum, [key, value]) =>
      sum + Buffer.byteLength(key) + Buffer.byteLength(String(value)),
    0,
  );
  return [
    ...entries.flatMap(([key]) =>
      qualifiedNameProblems('metadata.annotations', key.toLowerCase()),
    ),
    ...(size > annotationLimit
      ? [tooLong('metadata.annotations', annotationLimit)]
      : []),
  ];
}

/** What is wrong with the labels, annotations, finalizers and owners of an object. */
export function metadataProblems(metadata: ObjectMeta): FieldProblem[] {
  const { labels = {}, annotations = {} } = metadata;
  const { finalizers = [], ownerReferences = [] } = metadata;
  return [
    ...labelProblems(labels),
    ...annotationProblems(annotations),
    ...finalizers.flatMap((finalizer, index) =>
      standardFinalizers.includes(finalizer) || finalizer.includes('/')
        ? qualifiedNameProblems('metadata.finalizers', finalizer)
        : [
            invalidValue(
              `metadata.finalizers[${index}]`,
              finalizer,
              'name is neither a standard finalizer name nor is it fully qualified',
            ),
          ],
    ),
    ...ownerReferences
      .filter(({ uid }) => !uid)
      .map(() =>
        invalidValue('metadata.ownerReferences.uid', '', 'must not be empty'),
      ),
  ];
}

/** What may not change in the metadata of an object that is on its way out. */
export function metadataUpdateProblems(
  metadata: ObjectMeta,
  live: ObjectMeta,
): FieldProblem[] {
  if (!live.deletionTimestamp) return [];
  const added = (metadata.finalizers ?? []).filter(
    finalizer => !live.finalizers?.includes(finalizer),
  );
  return added.length === 0
    ? []
    : [
        forbiddenValue(
          'metadata.finalizers',
          `no new finalizers can be added if the object is being deleted, found new finalizers []string{${added
            .map(finalizer => JSON.stringify(finalizer))
            .join(', ')}}`,
        ),
      ];
}
