import type { CompiledStatement } from '../evaluator';
import { intersectGlobs, sampleOfGlob } from '../evaluator/intersectGlobs';
import { matchesGlob, parseGlob, type Glob } from '../evaluator/glob';
import { workspacePrefix } from '../policies/renderPermissionsPolicy';
import { bucketArn } from '../policies/s3Statements';
import type { CompiledSubject } from './CompiledSubject';
import type { WorkspaceIdentity } from './IsolationSubject';
import { listBucket, onObject, subjectOf, webIdentity } from './requests';
import { probe, type Probe } from './Probe';

const OBJECT_ACTIONS = [
  's3:GetObject',
  's3:PutObject',
  's3:DeleteObject',
  's3:GetObjectAcl',
  's3:GetObjectAttributes',
  's3:GetObjectTagging',
  's3:PutObjectTagging',
  's3:DeleteObjectTagging',
  's3:AbortMultipartUpload',
  's3:ListMultipartUploadParts',
  's3:RestoreObject',
];

/**
 * Requests made from the policy itself: wherever one of its patterns and what belongs to the neighbour have something
 * in common, that is what is asked for. They find what fixed examples miss, such as a single folder of a neighbour.
 */
export function witnessProbes(
  subject: CompiledSubject,
  neighbour: WorkspaceIdentity,
): Probe[] {
  return [
    ...subjectWitnesses(subject, neighbour),
    ...objectWitnesses(subject, neighbour),
    ...listWitnesses(subject, neighbour),
  ];
}

function subjectWitnesses(
  subject: CompiledSubject,
  { namespaces, oidcProvider, workspaceId }: WorkspaceIdentity,
): Probe[] {
  const globs = subject.subjectGlobs(oidcProvider);
  return namespaces.flatMap(namespace => {
    const theirs = parseGlob(subjectOf(namespace, '*'));
    return witnesses(globs, theirs).map(sub =>
      probe(
        {
          title: `ServiceAccount ${sub.split(':').slice(2).join('/')}`,
          policy: 'trust',
          expected: 'deny',
          workspaceId,
        },
        webIdentity(subject.workspace, { sub, issuer: oidcProvider }),
      ),
    );
  });
}

function objectWitnesses(
  subject: CompiledSubject,
  { bucket, workspaceId }: WorkspaceIdentity,
): Probe[] {
  const { partition } = subject.workspace;
  const root = `${bucketArn(partition, bucket)}/`;
  const theirs = parseGlob(`${root}${workspacePrefix(workspaceId)}*`);
  return subject.allows('permissions').flatMap(statement =>
    witnesses(statement.resources, theirs).flatMap(resource =>
      objectActionsOf(statement).map(action =>
        probe(
          {
            title: `${action} in the prefix of ${workspaceId}`,
            policy: 'permissions',
            expected: 'deny',
            workspaceId,
          },
          onObject(partition, action, bucket, resource.slice(root.length)),
        ),
      ),
    ),
  );
}

function listWitnesses(
  subject: CompiledSubject,
  { bucket, workspaceId }: WorkspaceIdentity,
): Probe[] {
  const { partition } = subject.workspace;
  const prefix = workspacePrefix(workspaceId);
  // Listing with a beginning of their prefix shows their keys just as listing below it does.
  const beginnings = Array.from(prefix, (_, length) => prefix.slice(0, length));
  const below = parseGlob(`${prefix}*`);
  return subject.allows('permissions').flatMap(statement => {
    const globs = statement.conditionGlobs('s3:prefix');
    return globs
      .flatMap(glob => beginnings.filter(text => matchesGlob(glob, text)))
      .concat(witnesses(globs, below))
      .map(shown =>
        probe(
          {
            title: `List keys that start with "${shown}"`,
            policy: 'permissions',
            expected: 'deny',
            workspaceId,
          },
          listBucket(partition, bucket, shown),
        ),
      );
  });
}

/** Known actions that a statement may allow, and those that only it names. */
function objectActionsOf(statement: CompiledStatement): string[] {
  const named = statement.actions
    .map(sampleOfGlob)
    .filter(action => /^s3:.*(?:object|upload)/.test(action));
  return [
    ...OBJECT_ACTIONS.filter(
      action => statement.matchesAction(action) !== false,
    ),
    ...named,
  ];
}

function witnesses(globs: readonly Glob[], theirs: Glob): string[] {
  return globs.flatMap(glob => intersectGlobs(glob, theirs) ?? []);
}
