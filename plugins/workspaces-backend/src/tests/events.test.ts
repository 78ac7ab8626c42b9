import type { AddressInfo } from 'node:net';
import { mockCredentials } from '@backstage/backend-test-utils';
import {
  WorkspacesClient,
  type WorkspaceEvent,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import {
  startPortal,
  type Person,
  type Portal,
} from '../__testUtils__/startPortal';
import { newWorkspace } from '../__testUtils__/newWorkspace';

// A whole backend starts slowly on a busy machine.
jest.setTimeout(60_000);

describe('events of a workspace', () => {
  let portal: Portal;
  let ends: AbortController;

  beforeEach(async () => {
    ends = new AbortController();
    portal = await startPortal();
    await portal.store.create(
      newWorkspace('alpha', {
        cluster: 'dead',
        owner: 'group:default/team-ds',
        members: [],
      }),
      5,
    );
  });

  afterEach(async () => {
    ends.abort();
    await portal.stop();
  });

  const follow = (person: Person): AsyncGenerator<WorkspaceEvent> => {
    const { port } = portal.server.address() as AddressInfo;
    const client = new WorkspacesClient({
      discoveryApi: {
        getBaseUrl: async id => `http://localhost:${port}/api/${id}`,
      },
      fetchApi: { fetch },
    });
    return client.followWorkspace('alpha', {
      token: mockCredentials.user.token(`user:default/${person}`),
      signal: ends.signal,
    });
  };

  const next = async (events: AsyncGenerator<WorkspaceEvent>) => {
    const { value, done } = await events.next();
    return done ? 'end' : value;
  };

  it('should send the workspace at once, and again after a change', async () => {
    const events = follow('dana');
    expect(await next(events)).toMatchObject({
      type: 'workspace',
      workspace: { id: 'alpha', revision: 1, access: { role: 'user' } },
    });
    await portal.as('ada').patch('/workspaces/alpha', {
      revision: 1,
      changes: { description: 'Changed' },
    });
    expect(await next(events)).toMatchObject({
      workspace: { description: 'Changed', revision: 2 },
    });
  });

  it('should notice a change that another backend made', async () => {
    const events = follow('dana');
    await next(events);
    const workspace = await portal.store.findById('alpha');
    await portal.store.update(workspace?.uid ?? '', 1, {
      description: 'From elsewhere',
    });
    expect(await next(events)).toMatchObject({
      workspace: { description: 'From elsewhere' },
    });
  });

  it('should say that the workspace is gone, and end', async () => {
    const events = follow('dana');
    await next(events);
    const workspace = await portal.store.findById('alpha');
    await portal.store.requestDeletion(workspace?.uid ?? '', 1, 'system');
    expect(await next(events)).toMatchObject({
      workspace: { phase: 'deleting' },
    });
    const [claim] = await portal.store.claimDue(1, 60_000);
    await portal.store.removeWorkspace(claim.lease);
    expect(await next(events)).toEqual({ type: 'gone' });
    expect(await next(events)).toBe('end');
  });

  it('should end without a word when the reader may not read it any more', async () => {
    const events = follow('dana');
    await next(events);
    portal.groupsOf.mockImplementation(name =>
      name === 'ada' ? ['group:default/platform'] : [],
    );
    await portal.as('ada').post('/workspaces/alpha/retry');
    expect(await next(events)).toBe('end');
  });

  it('should answer strangers as about a workspace that is not there', async () => {
    await expect(next(follow('nico'))).rejects.toMatchObject({
      statusCode: 404,
      body: { error: { code: 'WorkspaceNotFound' } },
    });
  });

  it('should bound how many streams one user has open, and give them back', async () => {
    const streams = Array.from({ length: 20 }, () => follow('dana'));
    for (const stream of streams) {
      await next(stream);
    }
    await expect(next(follow('dana'))).rejects.toMatchObject({
      statusCode: 429,
      body: { error: { code: 'TooManyRequests' } },
    });
    expect(await next(follow('lee'))).toMatchObject({ type: 'workspace' });
  });
});
