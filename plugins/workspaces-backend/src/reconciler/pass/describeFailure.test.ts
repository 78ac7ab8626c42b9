import {
  ClusterError,
  StepFailedError,
  StepPendingError,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { describeFailure, ofProblem } from './describeFailure';

const step = { id: 'rbac', title: 'RBAC' };

describe('describeFailure', () => {
  it('keeps what a cluster said, with the remedy', () => {
    const error = new ClusterError({
      reason: 'RbacInsufficient',
      message: 'We may not patch roles.',
      object: { apiVersion: 'v1', kind: 'Role', name: 'x' },
      raw: 'roles is forbidden',
    });
    expect(describeFailure(error, step)).toEqual({
      problem: {
        step: 'rbac',
        reason: 'RbacInsufficient',
        message: 'We may not patch roles.',
        object: { apiVersion: 'v1', kind: 'Role', name: 'x' },
        raw: 'roles is forbidden',
        hint: expect.stringContaining('docs/rbac.yaml'),
      },
      pending: false,
      retried: false,
      retryAfterMs: 0,
    });
  });

  it('waits for what the cluster asked', () => {
    const error = new ClusterError({
      reason: 'TooManyRequests',
      message: '',
      retryAfterSeconds: 3,
    });
    expect(describeFailure(error, step)).toMatchObject({
      retried: true,
      retryAfterMs: 3_000,
    });
  });

  it('tells what waits from what failed', () => {
    const problem = { reason: 'OfAModule', message: 'Soon.' };
    expect(describeFailure(new StepPendingError(problem), step)).toMatchObject({
      pending: true,
      retried: true,
    });
    expect(describeFailure(new StepFailedError(problem), step)).toMatchObject({
      pending: false,
      retried: false,
    });
    expect(
      ofProblem({ reason: 'NamespaceTerminating', message: '' }, 'x', false),
    ).toMatchObject({ pending: true, retried: true });
  });

  it('keeps a hint of its own', () => {
    const { problem } = ofProblem(
      { reason: 'InternalError', message: '', hint: 'Look there.' },
      'x',
      false,
    );
    expect(problem.hint).toBe('Look there.');
  });

  it('shows no stack of an unforeseen error', () => {
    const { problem } = describeFailure(new TypeError('x is undefined'), step);
    expect(problem).toMatchObject({
      reason: 'InternalError',
      message: 'RBAC failed in a way that we did not foresee.',
      raw: 'x is undefined',
    });
  });
});
