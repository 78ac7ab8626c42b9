import { mockServices } from '@backstage/backend-test-utils';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { EntityProviderMutation } from '@backstage/plugin-catalog-node';
import type { CatalogWorkspace } from '@team-workspaces/backstage-plugin-workspaces-common';
import { catalogWorkspace } from '../__testUtils__/catalogWorkspace';
import { WorkspaceEntityProvider } from './WorkspaceEntityProvider';

const MANY = 5_000;

/** Entity refs of a mutation. */
function describeMutation(mutation: EntityProviderMutation) {
  return mutation.type === 'full'
    ? { full: mutation.entities.map(one => stringifyEntityRef(one.entity)) }
    : {
        added: mutation.added.map(one => stringifyEntityRef(one.entity)),
        removed: mutation.removed.map(one =>
          'entityRef' in one ? one.entityRef : stringifyEntityRef(one.entity),
        ),
      };
}

describe('WorkspaceEntityProvider', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  const start = async (...workspaces: CatalogWorkspace[]) => {
    const present = new Map(workspaces.map(one => [one.id, one]));
    const mutations: ReturnType<typeof describeMutation>[] = [];
    const applyMutation = jest.fn(async (mutation: EntityProviderMutation) => {
      mutations.push(describeMutation(mutation));
    });
    const source = {
      readAll: jest.fn(async () => [...present.values()]),
      readSome: jest.fn(async (ids: readonly string[]) =>
        ids.flatMap(id => present.get(id) ?? []),
      ),
    };
    const logger = mockServices.logger.mock();
    const { signal } = new AbortController();
    let run = async () => {};
    const provider = new WorkspaceEntityProvider({
      source,
      logger,
      render: {
        groupNamespace: 'workspaces',
        appBaseUrl: 'https://portal.example.com',
      },
      taskRunner: {
        run: async ({ fn }) => {
          run = async () => fn(signal);
        },
      },
    });
    await provider.connect({ applyMutation, refresh: jest.fn() });
    const told = async (...ids: string[]) => {
      ids.forEach(id => provider.workspaceChanged(id));
      await jest.advanceTimersByTimeAsync(500);
    };
    return {
      provider,
      present,
      source,
      logger,
      mutations,
      applyMutation,
      told,
      schedule: () => run(),
    };
  };

  const alpha = catalogWorkspace('alpha');
  const beta = catalogWorkspace('beta');
  const ALPHA = ['resource:default/alpha', 'group:workspaces/alpha'];
  const BETA = ['resource:default/beta', 'group:workspaces/beta'];

  it('should emit everything by schedule', async () => {
    const { schedule, mutations, applyMutation } = await start(alpha, beta);
    await schedule();
    expect(mutations).toEqual([{ full: [...ALPHA, ...BETA] }]);
    const [mutation] = applyMutation.mock.calls[0];
    expect(mutation).toMatchObject({
      entities: expect.arrayContaining([
        expect.objectContaining({ locationKey: 'workspaces' }),
      ]),
    });
  });

  it('should emit a new workspace, a changed one and the end of one as they are told', async () => {
    const { schedule, present, mutations, told } = await start(alpha);
    await schedule();
    present.set('beta', beta);
    await told('beta');
    present.set('alpha', { ...alpha, members: ['user:default/lee'] });
    await told('alpha');
    present.delete('beta');
    await told('beta');
    expect(mutations.slice(1)).toEqual([
      { added: BETA, removed: [] },
      { added: ALPHA, removed: [] },
      { added: [], removed: BETA },
    ]);
  });

  it('should emit nothing for a workspace of which the catalog shows nothing new', async () => {
    const { schedule, present, mutations, told, source } = await start(alpha);
    await schedule();
    present.set('alpha', { ...alpha, uid: 'another', namespaces: ['more'] });
    await told('alpha');
    await told('alpha', 'unknown');
    expect(source.readSome).toHaveBeenCalledTimes(2);
    expect(mutations).toHaveLength(1);
  });

  it('should take away an entity that a workspace has no more', async () => {
    const owned = catalogWorkspace('default', { isDefault: true });
    const { schedule, present, mutations, told } = await start(owned);
    await schedule();
    present.set('default', { ...owned, owner: undefined });
    await told('default');
    expect(mutations[1]).toEqual({
      added: [],
      removed: ['resource:default/default'],
    });
  });

  it('should keep what the catalog has while workspaces cannot be read', async () => {
    const { schedule, source, mutations, logger } = await start(alpha);
    await schedule();
    source.readAll.mockRejectedValueOnce(new Error('away'));
    const again = schedule();
    await jest.advanceTimersByTimeAsync(999);
    expect(mutations).toHaveLength(1);
    expect(logger.warn).toHaveBeenCalledWith(expect.stringContaining('away'));
    await jest.advanceTimersByTimeAsync(1);
    await again;
    expect(mutations[1]).toEqual({ full: ALPHA });
  });

  it('should keep a workspace that cannot be read, and follow it later', async () => {
    const { schedule, present, source, mutations, told } = await start(alpha);
    await schedule();
    present.delete('alpha');
    source.readSome.mockRejectedValueOnce(new Error('away'));
    await told('alpha');
    expect(mutations).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(mutations[1]).toEqual({ added: [], removed: ALPHA });
  });

  it('should emit again what the catalog did not take', async () => {
    const { schedule, present, applyMutation, mutations, told } = await start(
      alpha,
    );
    await schedule();
    present.set('beta', beta);
    applyMutation.mockRejectedValueOnce(new Error('locked'));
    await told('beta');
    expect(mutations).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(mutations[1]).toEqual({ added: BETA, removed: [] });
  });

  it('should leave changes before the first full read to that', async () => {
    const { schedule, mutations, told, source } = await start(alpha);
    await told('alpha');
    expect(source.readSome).not.toHaveBeenCalled();
    await schedule();
    expect(mutations).toEqual([{ full: ALPHA }]);
  });

  it('should apply what changes during a full read after it', async () => {
    const { schedule, present, mutations, told, source } = await start(alpha);
    await schedule();
    let finish = () => {};
    source.readAll.mockImplementationOnce(async () => {
      const before = [...present.values()];
      await new Promise<void>(resolve => {
        finish = resolve;
      });
      return before;
    });
    const full = schedule();
    await jest.advanceTimersByTimeAsync(0);
    present.set('beta', beta);
    await told('beta');
    expect(mutations).toHaveLength(1);
    finish();
    await full;
    await jest.advanceTimersByTimeAsync(0);
    expect(mutations.slice(1)).toEqual([
      { full: ALPHA },
      { added: BETA, removed: [] },
    ]);
  });

  it('should emit many workspaces in one mutation, and one of them alone', async () => {
    const all = Array.from({ length: MANY }, (_, index) =>
      catalogWorkspace(`team-${index}`),
    );
    const { schedule, present, mutations, told } = await start(...all);
    await schedule();
    expect(mutations).toHaveLength(1);
    expect(mutations[0].full).toHaveLength(2 * MANY);
    expect(new Set(mutations[0].full).size).toBe(2 * MANY);
    present.set('team-7', catalogWorkspace('team-7', { displayName: 'Seven' }));
    await told('team-7', 'team-8');
    expect(mutations.slice(1)).toEqual([
      {
        added: ['resource:default/team-7', 'group:workspaces/team-7'],
        removed: [],
      },
    ]);
  });
});
