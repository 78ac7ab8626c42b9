import { invalid, unsupportedMediaType } from '../api/errors';
import { forbiddenValue, required } from '../api/fieldProblems';
import { applyObject, patchObject } from '../operations/patchObject';
import { isDryRun } from '../operations/ResourceRequest';
import {
  namespaceOf,
  writerOf,
  type WriteRequest,
  type WriteResult,
} from './WriteRequest';

type Format = 'apply' | 'merge' | 'json';

function formatOf(contentType: string): Format {
  const format = /^application\/(apply|merge|json)-patch\+(json|yaml)\b/.exec(
    contentType,
  );
  if (!format) throw unsupportedMediaType();
  return format[1] as Format;
}

/** An apply says who applies, and only an apply may take fields over. */
function checkOptions(query: URLSearchParams, format: Format): void {
  const isApply = format === 'apply';
  const problems = [
    ...(isApply && !query.get('fieldManager')
      ? [required('fieldManager', 'is required for apply patch')]
      : []),
    ...(!isApply && query.has('force')
      ? [forbiddenValue('force', 'may not be specified for non-apply patch')]
      : []),
  ];
  if (problems.length === 0) return;
  const type = { group: 'meta.k8s.io', kind: 'PatchOptions' };
  throw invalid({ type, name: '', problems });
}

/** PATCH in any of the formats. */
export function patch(write: WriteRequest): WriteResult {
  const { cluster, request, body, contentType, admit } = write;
  const { type, name, subresource, query } = request;
  const format = formatOf(contentType);
  checkOptions(query, format);
  const options = {
    cluster,
    type,
    namespace: namespaceOf(request),
    name,
    subresource,
    patch: body,
    dryRun: isDryRun(query),
    admit,
  };
  if (format === 'apply') {
    const { created, object } = applyObject({
      ...options,
      writer: writerOf(request, 'Apply'),
      force: query.get('force') === 'true',
    });
    return { code: created ? 201 : 200, object };
  }
  const writer = writerOf(request, 'Update');
  return { code: 200, object: patchObject({ ...options, writer, format }) };
}
