import type { IamDrift } from '@team-workspaces/backstage-plugin-workspaces-common';
import { comparePolicies, type StatementDifference } from '../policies';
import { completeTags, type DesiredRole } from '../role/DesiredRole';
import type { InspectedRole } from './RoleInspector';

/**
 * How a role in AWS differs from what we render.
 *
 * @param desired - of managed roles: an external one has a boundary and tags of its own
 */
export function findDrift(
  { name, trust, permissions, snapshot }: InspectedRole,
  desired: DesiredRole | undefined,
): IamDrift[] {
  const { role, policies, failure } = snapshot;
  if (!role) {
    return failure
      ? []
      : [{ kind: 'role-missing', name, message: `AWS has no role ${name}.` }];
  }
  const own = policies?.own;
  return [
    ...comparePolicies(trust, role.trust).map(toTrustDrift),
    ...(own ? comparePolicies(permissions, own).map(toPolicyDrift) : []),
    ...(policies && !own && desired
      ? [
          {
            kind: 'missing-statement' as const,
            name: 'inline policy',
            message: 'The role lacks our inline policy.',
            after: permissions,
          },
        ]
      : []),
    ...(desired ? extras(policies) : []),
    ...(desired ? attributes(role, desired) : []),
  ];

  function attributes(
    live: NonNullable<typeof role>,
    wanted: DesiredRole,
  ): IamDrift[] {
    const drift: IamDrift[] = [];
    if (live.boundaryArn !== wanted.boundaryArn) {
      drift.push({
        kind: 'boundary',
        name: wanted.boundaryArn,
        message: `The permissions boundary is ${
          live.boundaryArn ?? 'missing'
        }.`,
        before: live.boundaryArn ?? null,
        after: wanted.boundaryArn,
      });
    }
    for (const [key, after] of Object.entries(completeTags(wanted))) {
      const before = live.tags[key];
      if (before !== after) {
        drift.push({
          kind: 'tags',
          name: key,
          message: `Tag ${key} is ${before ?? 'missing'}.`,
          before: before ?? null,
          after,
        });
      }
    }
    return drift;
  }
}

function extras(policies: InspectedRole['snapshot']['policies']): IamDrift[] {
  return [
    ...(policies?.extra ?? []).map(({ name, document }) => ({
      kind: 'extra-policy' as const,
      name,
      message: `Inline policy ${name} is not ours. It stays, and counts in the proof.`,
      before: document,
    })),
    ...(policies?.attached ?? []).map(({ name, arn = name, document }) => ({
      kind: 'extra-attachment' as const,
      name: arn,
      message: `Policy ${name} is attached by somebody else. It stays${
        document ? ', and counts in the proof' : '; we may not read it'
      }.`,
      ...(document && { before: document }),
    })),
  ];
}

const MESSAGES: Record<StatementDifference['kind'], string> = {
  'foreign-statement': 'is not ours; it stays, and counts in the proof.',
  'missing-statement': 'is missing.',
  'changed-statement': 'is not as we render it.',
};

function toPolicyDrift(difference: StatementDifference): IamDrift {
  const { kind, name, live, rendered } = difference;
  return {
    kind,
    name,
    message: `Statement ${name} of the permissions ${MESSAGES[kind]}`,
    ...(live && { before: live }),
    ...(rendered && { after: rendered }),
  };
}

function toTrustDrift(difference: StatementDifference): IamDrift {
  const drift = toPolicyDrift(difference);
  return {
    ...drift,
    kind:
      difference.kind === 'foreign-statement' ? drift.kind : 'changed-trust',
    message: `Statement ${difference.name} of the trust ${
      MESSAGES[difference.kind]
    }`,
  };
}
