import { sampleOfGlob } from '../evaluator/intersectGlobs';
import type { CompiledSubject } from './CompiledSubject';
import { neverActions } from './neverActions';
import { probe, type Probe } from './Probe';
import { assumeRole, useKey } from './requests';

/** Requests that must be denied whatever they are about, also those that only the policy itself tells of. */
export function neverProbes(subject: CompiledSubject): Probe[] {
  return [
    ...neverAllowed(subject),
    ...directUseOfKeys(subject),
    ...accessPoints(subject),
    ...foreignPrincipals(subject),
  ];
}

function neverAllowed(subject: CompiledSubject): Probe[] {
  return neverActions(subject.workspace).flatMap(({ resource, actions }) =>
    actions.flatMap(action =>
      [resource, ...resourcesOf(subject, action)].map(target =>
        probe(
          {
            title: `${action} is never allowed`,
            policy: 'permissions',
            expected: 'deny',
          },
          { action, resource: target },
        ),
      ),
    ),
  );
}

function directUseOfKeys(subject: CompiledSubject): Probe[] {
  const { workspace } = subject;
  const action = 'kms:Decrypt';
  const own =
    workspace.kmsKeyArn ??
    `arn:${workspace.partition}:kms:${workspace.region}:${workspace.account}:key/any`;
  return [own, ...resourcesOf(subject, action)].map(keyArn =>
    probe(
      {
        title: 'Decrypt with the key, and not through S3',
        policy: 'permissions',
        expected: 'deny',
      },
      useKey(workspace, action, keyArn, 'nothing'),
    ),
  );
}

/** An access point shows a bucket under another name, below which prefixes are not compared. */
function accessPoints(subject: CompiledSubject): Probe[] {
  return ['s3:GetObject', 's3:PutObject', 's3:ListBucket'].flatMap(action =>
    resourcesOf(subject, action)
      .filter(resource => resource.includes('accesspoint/'))
      .map(resource =>
        probe(
          {
            title: `${action} through an access point`,
            policy: 'permissions',
            expected: 'deny',
          },
          { action, resource },
        ),
      ),
  );
}

/** Whoever else the trust policy names. */
function foreignPrincipals(subject: CompiledSubject): Probe[] {
  const { partition, account, oidcProvider } = subject.workspace;
  const known = [
    `arn:${partition}:iam::${account}:oidc-provider/${oidcProvider}`,
    'pods.eks.amazonaws.com',
  ];
  return subject
    .allows('trust')
    .flatMap(({ principals }) => principals)
    .filter(({ value }) => !known.includes(value))
    .flatMap(({ kind, value }) =>
      assumeRole(kind, value).map(request =>
        probe(
          {
            title: `${value} is let in beside the ServiceAccounts`,
            policy: 'trust',
            expected: 'deny',
          },
          request,
        ),
      ),
    );
}

/** A resource for each pattern of the statements that may allow the action. */
function resourcesOf(subject: CompiledSubject, action: string): string[] {
  const resources = subject
    .allows('permissions')
    .filter(statement => statement.matchesAction(action) !== false)
    .flatMap(statement => statement.resources)
    .map(sampleOfGlob);
  return [...new Set(resources)];
}
