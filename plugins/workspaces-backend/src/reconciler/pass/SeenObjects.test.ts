import type {
  KubernetesObject,
  ObjectIdentity,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { fakeChange } from '../../__testUtils__/FakeStep';
import { SeenObjects } from './SeenObjects';

const KIND = { apiVersion: 'v1', kind: 'ConfigMap' };

function object(name: string, deletionTimestamp?: string): KubernetesObject {
  return {
    ...KIND,
    metadata: {
      name,
      namespace: 'alpha-x',
      uid: `uid-${name}`,
      deletionTimestamp,
    },
  };
}

describe('SeenObjects', () => {
  it('tells which objects lack a record and stay', async () => {
    const seen = new SeenObjects({
      get: async () => object('read-by-name'),
      listManaged: async () => [
        object('recorded'),
        object('unrecorded'),
        object('unwanted'),
        object('going', '2026-01-01T00:00:00Z'),
      ],
    });
    await seen.reader.listManaged(KIND, 'alpha-x');
    await seen.reader.get({ ...KIND, name: 'read-by-name' });
    const unwanted = fakeChange('s', 'unwanted', { action: 'delete' });
    const plan = {
      changes: [
        { ...unwanted, object: { ...unwanted.object, uid: 'uid-unwanted' } },
      ],
      problems: [],
      total: 3,
    };
    const records = {
      find: ({ name }: ObjectIdentity) =>
        name === 'recorded'
          ? { ...KIND, name, uid: 'uid-recorded', step: 's', adopted: false }
          : undefined,
    };
    expect(seen.missingRecords('s', plan, records)).toEqual([
      {
        ...KIND,
        namespace: 'alpha-x',
        name: 'unrecorded',
        uid: 'uid-unrecorded',
        step: 's',
        adopted: false,
      },
    ]);
  });
});
