import type { KubernetesObject } from '@team-workspaces/backstage-plugin-workspaces-node';
import { describeTermination } from './describeTermination';

const BEGAN = '2026-01-01T00:00:00Z';

const namespace = (fields: Record<string, unknown> = {}): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name: 'team-a-notebooks', uid: '1', deletionTimestamp: BEGAN },
  spec: { finalizers: ['kubernetes'] },
  ...fields,
});

const describeAfter = (ms: number, live = namespace()) =>
  describeTermination(live, {
    stuckTerminatingMs: 120_000,
    now: Date.parse(BEGAN) + ms,
  });

describe('describeTermination', () => {
  it('waits without a cause while Kubernetes is at work', () => {
    expect(describeAfter(1_000)).toMatchObject({
      reason: 'NamespaceTerminating',
      message: 'The namespace team-a-notebooks is being deleted.',
    });
  });

  it.each([
    [120_000, 'NamespaceTerminating'],
    [120_001, 'NamespaceStuckTerminating'],
  ])('calls it after %d ms %s', (ms, reason) => {
    expect(describeAfter(ms).reason).toBe(reason);
  });

  it('tells what Kubernetes says still holds it', () => {
    const status = {
      conditions: [
        {
          type: 'NamespaceContentRemaining',
          status: 'True',
          message: 'Some resources are remaining: pods. has 2 instances.',
        },
        {
          type: 'NamespaceFinalizersRemaining',
          status: 'True',
          message: 'example.com/hold in 1 resource instances.',
        },
        {
          type: 'NamespaceDeletionDiscoveryFailure',
          status: 'False',
          message: 'All resources discovered.',
        },
      ],
    };
    const { message } = describeAfter(300_000, namespace({ status }));
    expect(message).toContain('pods. has 2 instances');
    expect(message).toContain('example.com/hold in 1');
    expect(message).not.toContain('All resources');
  });

  it('tells finalizers of the namespace itself, but not the one of Kubernetes', () => {
    const live = namespace({
      metadata: {
        ...namespace().metadata,
        finalizers: ['example.com/first'],
      },
      spec: { finalizers: ['kubernetes', 'example.com/second'] },
    });
    expect(describeAfter(0, live).message).toContain(
      'the finalizer example.com/first, example.com/second.',
    );
  });
});
