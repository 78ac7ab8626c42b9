import type {
  Condition,
  Phase,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { computePhase, type PhaseInput } from './computePhase';

function condition(
  type: string,
  status: Condition['status'],
  reason: string,
  fields: Partial<Condition> = {},
): Condition {
  return {
    type,
    title: type,
    status,
    reason,
    message: '',
    essential: true,
    dependsOn: [],
    observedGeneration: 2,
    lastTransitionTime: '2026-01-01T00:00:00.000Z',
    ...fields,
  };
}

const ready = condition('namespaces', 'True', 'Ready');
const failed = (reason: string) => condition('rbac', 'False', reason);
const extra = (status: Condition['status'], reason: string) =>
  condition('extra', status, reason, { essential: false });

const NEVER_COMPLETE: Partial<PhaseInput> = { observedGeneration: 1 };
const WAS_COMPLETE: Partial<PhaseInput> = { observedGeneration: 2 };

const PERMANENT = [
  'ClusterUnauthorized',
  'ClusterNotConfigured',
  'RbacInsufficient',
  'ObjectInvalid',
  'AdmissionDenied',
  'InternalError',
  'ReasonOfAModule',
];
const CONFLICTS = [
  'NamespaceConflict',
  'NamespaceOwnedByOther',
  'NamespaceRecreated',
];
const TRANSIENT = [
  'ClusterUnreachable',
  'ClusterUnavailable',
  'RequestTimeout',
  'TooManyRequests',
  'ObjectConflict',
  'DatabaseUnavailable',
  'CatalogUnavailable',
];

type Row = [string, Condition[], Partial<PhaseInput>, Phase];

describe('computePhase', () => {
  it.each<Row>([
    ['nothing done yet', [], NEVER_COMPLETE, 'pending'],
    ['no steps at all', [], WAS_COMPLETE, 'active'],
    ['all ready', [ready, extra('True', 'Ready')], WAS_COMPLETE, 'active'],
    [
      'all ready but of an earlier generation',
      [{ ...ready, observedGeneration: 1 }],
      NEVER_COMPLETE,
      'pending',
    ],
    [
      'an essential step at work',
      [ready, condition('rbac', 'Unknown', 'Progressing')],
      NEVER_COMPLETE,
      'pending',
    ],
    [
      'an essential step waiting again',
      [ready, condition('rbac', 'Unknown', 'Waiting')],
      WAS_COMPLETE,
      'pending',
    ],
    [
      'repaired',
      [condition('rbac', 'True', 'Repaired')],
      WAS_COMPLETE,
      'active',
    ],
    ...PERMANENT.map<Row>(reason => [
      `${reason}, never complete`,
      [ready, failed(reason)],
      NEVER_COMPLETE,
      'error',
    ]),
    ...PERMANENT.map<Row>(reason => [
      `${reason}, complete before`,
      [ready, failed(reason)],
      WAS_COMPLETE,
      'degraded',
    ]),
    ...CONFLICTS.flatMap<Row>(reason => [
      [`${reason}, never complete`, [failed(reason)], NEVER_COMPLETE, 'error'],
      [`${reason}, complete before`, [failed(reason)], WAS_COMPLETE, 'error'],
    ]),
    ...TRANSIENT.flatMap<Row>(reason => [
      [
        `${reason}, first attempts`,
        [failed(reason)],
        { ...NEVER_COMPLETE, attempts: 2 },
        'pending',
      ],
      [
        `${reason}, first attempts, complete before`,
        [failed(reason)],
        { ...WAS_COMPLETE, attempts: 2 },
        'pending',
      ],
      [
        `${reason}, too often`,
        [failed(reason)],
        { ...NEVER_COMPLETE, attempts: 3 },
        'error',
      ],
      [
        `${reason}, too often, complete before`,
        [failed(reason)],
        { ...WAS_COMPLETE, attempts: 3 },
        'degraded',
      ],
    ]),
    [
      'a namespace Terminating for long',
      [failed('NamespaceTerminating')],
      { ...NEVER_COMPLETE, attempts: 50 },
      'pending',
    ],
    [
      'a non-essential step failed',
      [ready, extra('False', 'InternalError')],
      WAS_COMPLETE,
      'degraded',
    ],
    [
      'a non-essential step failed while others are at work',
      [
        condition('rbac', 'Unknown', 'Progressing'),
        extra('False', 'InternalError'),
      ],
      NEVER_COMPLETE,
      'pending',
    ],
    [
      'a non-essential step still at work',
      [ready, extra('Unknown', 'Progressing')],
      WAS_COMPLETE,
      'degraded',
    ],
    [
      'drift reported',
      [ready, failed('DriftDetected')],
      WAS_COMPLETE,
      'degraded',
    ],
    [
      'drift and a permanent failure',
      [failed('DriftDetected'), failed('RbacInsufficient')],
      WAS_COMPLETE,
      'degraded',
    ],
    [
      'deletion asked for',
      [ready],
      { ...NEVER_COMPLETE, deletionRequested: true },
      'deleting',
    ],
    [
      'deletion waiting for a namespace',
      [failed('NamespaceTerminating')],
      { ...NEVER_COMPLETE, deletionRequested: true, attempts: 50 },
      'deleting',
    ],
    [
      'deletion stuck',
      [failed('NamespaceStuckTerminating')],
      { ...NEVER_COMPLETE, deletionRequested: true },
      'error',
    ],
    [
      'deletion without the right to',
      [failed('RbacInsufficient')],
      { ...NEVER_COMPLETE, deletionRequested: true },
      'error',
    ],
    [
      'deletion with the cluster away for a moment',
      [failed('ClusterUnreachable')],
      { ...NEVER_COMPLETE, deletionRequested: true, attempts: 2 },
      'deleting',
    ],
    [
      'deletion with the cluster away for long',
      [failed('ClusterUnreachable')],
      { ...NEVER_COMPLETE, deletionRequested: true, attempts: 3 },
      'error',
    ],
    [
      'the default workspace whatever there is',
      [failed('NamespaceConflict')],
      { ...NEVER_COMPLETE, isDefault: true },
      'active',
    ],
  ])('%s', (_, conditions, fields, phase) => {
    expect(
      computePhase({
        conditions,
        generation: 2,
        observedGeneration: 1,
        deletionRequested: false,
        isDefault: false,
        attempts: 1,
        attemptsBeforeError: 3,
        ...fields,
      }),
    ).toBe(phase);
  });
});
