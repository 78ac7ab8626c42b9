import type { Condition } from '@team-workspaces/backstage-plugin-workspaces-common';
import { ClusterError } from '@team-workspaces/backstage-plugin-workspaces-node';
import type { StoredWorkspace } from '../../types';
import { concludePass } from './concludePass';
import {
  describeFailure,
  ofProblem,
  type StepFailure,
} from './describeFailure';
import type { StepResult } from './StepResult';

const NOW = Date.parse('2026-01-01T00:00:00Z');

const workspace = {
  generation: 2,
  observedGeneration: 1,
  attempts: 0,
  isDefault: false,
  deletionRequestedAt: undefined,
} as StoredWorkspace;

function condition(type: string, fields: Partial<Condition>): Condition {
  return {
    type,
    title: type,
    status: 'True',
    reason: 'Ready',
    message: '',
    essential: true,
    dependsOn: [],
    observedGeneration: 2,
    lastTransitionTime: '',
    ...fields,
  };
}

const failure = (reason: string) =>
  ofProblem({ reason, message: '' }, 'b', false);

function conclude(
  failed: StepFailure | undefined,
  about: Partial<StoredWorkspace> = {},
  essential = true,
) {
  const results = new Map<string, StepResult>([
    ['a', { type: 'ready' }],
    ['b', failed ? { type: 'failed', failure: failed } : { type: 'ready' }],
  ]);
  return concludePass({
    workspace: { ...workspace, ...about },
    conditions: [
      condition('a', {}),
      condition('b', {
        essential,
        ...(failed && {
          status: failed.pending ? 'Unknown' : 'False',
          reason: failed.problem.reason,
        }),
      }),
    ],
    results,
    config: {
      attemptsBeforeError: 3,
      backoffBaseMs: 1_000,
      backoffMaxMs: 300_000,
    },
    now: NOW,
    random: () => 1,
  });
}

const delayOf = (result: ReturnType<typeof conclude>) =>
  result.nextAttemptAt && result.nextAttemptAt.getTime() - NOW;

describe('concludePass', () => {
  it('completes the generation when everything is ready', () => {
    expect(conclude(undefined, { attempts: 2 })).toMatchObject({
      phase: 'active',
      observedGeneration: 2,
      attempts: 0,
      nextAttemptAt: undefined,
    });
  });

  it('waits longer after each passing fault', () => {
    const delays = [0, 1, 2, 3, 20].map(attempts =>
      delayOf(conclude(failure('ClusterUnreachable'), { attempts })),
    );
    expect(delays).toEqual([1_000, 2_000, 4_000, 8_000, 300_000]);
  });

  it('says error after enough attempts, and goes on', () => {
    const result = conclude(failure('RequestTimeout'), { attempts: 2 });
    expect(result).toMatchObject({ phase: 'error', attempts: 3 });
    expect(delayOf(result)).toBe(4_000);
  });

  it('waits for people after what does not pass', () => {
    expect(conclude(failure('NamespaceConflict'))).toMatchObject({
      phase: 'error',
      attempts: 1,
      observedGeneration: undefined,
      nextAttemptAt: undefined,
    });
  });

  it('waits as long as the cluster asked', () => {
    const error = new ClusterError({
      reason: 'TooManyRequests',
      message: 'Slow down.',
      retryAfterSeconds: 17,
    });
    const result = conclude(describeFailure(error, { id: 'b', title: 'B' }));
    expect(delayOf(result)).toBe(17_000);
  });

  it('looks at a namespace that is going away every half minute at least', () => {
    const result = conclude(failure('NamespaceTerminating'), { attempts: 40 });
    expect(result.phase).toBe('pending');
    expect(delayOf(result)).toBe(30_000);
  });

  it('goes on looking at a stuck deletion', () => {
    const result = conclude(failure('NamespaceStuckTerminating'), {
      deletionRequestedAt: '2026-01-01T00:00:00Z',
      attempts: 40,
    });
    expect(result.phase).toBe('error');
    expect(delayOf(result)).toBe(30_000);
  });

  it('completes a generation although a non-essential step failed', () => {
    expect(conclude(failure('InternalError'), {}, false)).toMatchObject({
      phase: 'degraded',
      observedGeneration: 2,
    });
  });
});
