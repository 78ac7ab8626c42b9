import { previewSync } from './previewSync';

const namespace = 'team-a-notebooks';

describe('previewSync', () => {
  it('should count what would be written, and name it', () => {
    expect(
      previewSync({
        items: [
          { namespace, name: 'user-ann', state: 'ready' },
          { namespace, name: 'user-bob', state: 'missing' },
          {
            namespace,
            name: 'user-kim',
            state: 'drifted',
            message: 'lacks the role',
          },
          { namespace, name: 'user-eve', state: 'foreign' },
          { namespace, name: 'user-tom', state: 'leaving' },
        ],
      }),
    ).toEqual({
      result: { total: 4, updated: 2, unchanged: 1, failed: 1, failures: [] },
      plan: [
        '+ ServiceAccount team-a-notebooks/user-bob',
        '~ ServiceAccount team-a-notebooks/user-kim: lacks the role',
        '✕ ServiceAccount team-a-notebooks/user-eve',
      ],
    });
  });

  it('should carry why the cluster could not be read', () => {
    const problem = { reason: 'ClusterUnreachable', message: 'No answer.' };
    expect(previewSync({ items: [], problem }).result.failures).toEqual([
      problem,
    ]);
  });
});
