import type { Plan } from '@team-workspaces/backstage-plugin-workspaces-common';
import { adoptionRecords } from './adoptionRecords';

const PLAN: Plan = {
  kind: 'adopt',
  workspaceId: 'alpha',
  cluster: 'one',
  problems: [],
  leftBehind: [],
  changes: [
    {
      step: 'namespaces',
      action: 'adopt',
      fields: [],
      object: {
        apiVersion: 'v1',
        kind: 'Namespace',
        name: 'alpha-notebooks',
        uid: 'uid-1',
      },
    },
    {
      step: 'namespaces',
      action: 'create',
      fields: [],
      object: { apiVersion: 'v1', kind: 'Namespace', name: 'alpha-pipelines' },
    },
  ],
};

describe('adoptionRecords', () => {
  it('should make records of what the plan adopts', () => {
    const asked = [{ name: 'alpha-notebooks', uid: 'uid-1' }];
    expect(adoptionRecords(PLAN, asked)).toEqual([
      {
        apiVersion: 'v1',
        kind: 'Namespace',
        name: 'alpha-notebooks',
        uid: 'uid-1',
        step: 'namespaces',
        adopted: true,
      },
    ]);
  });

  it.each([
    ['a namespace of no plan', { name: 'kube-system', uid: 'uid-1' }],
    ['one that would be created', { name: 'alpha-pipelines', uid: '' }],
    ['one that was made again', { name: 'alpha-notebooks', uid: 'uid-2' }],
  ])('should refuse %s', (_name, asked) => {
    expect(() => adoptionRecords(PLAN, [asked])).toThrow(
      expect.objectContaining({ code: 'NothingToAdopt' }),
    );
  });
});
