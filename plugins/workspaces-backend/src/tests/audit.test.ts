import type {
  AuditorServiceCreateEventOptions,
  AuditorServiceEvent,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { DevCluster } from '@team-workspaces/dev-cluster';
import request from 'supertest';
import { newWorkspace } from '../__testUtils__/newWorkspace';
import {
  startPortal,
  type Person,
  type Portal,
} from '../__testUtils__/startPortal';
import { devClusterDefinition } from '../cluster/testing/devClusterClient';

// A whole backend starts slowly on a busy machine.
jest.setTimeout(60_000);

const DANA = 'user:default/dana';
const VIC = 'user:default/vic';
const INSIGHTS = 'group:default/insights';
const ROLE_ARN = 'arn:aws:iam::123456789012:role/drls-workspace-alpha';

/** An audit event, and what became of it. */
interface Audited {
  readonly eventId: string;
  readonly severityLevel?: string;
  readonly meta?: JsonObject;
  /** Who asked, by the credentials of the request that the event carries. */
  readonly authorization?: string;
  outcome: string;
}

/** A write or read as its route audits it, with a request that succeeds and one that is refused. */
interface AuditedRoute {
  readonly method: 'get' | 'post' | 'patch' | 'put';
  readonly path: string;
  readonly body?: (revision: number) => object;
  /** All that the event may tell, beside the id of the workspace. */
  readonly meta: JsonObject;
  readonly by: Person;
  readonly status: number;
  readonly refused: Person;
  /** `PermissionDenied` unless told otherwise. */
  readonly code?: string;
}

const WRITES: readonly AuditedRoute[] = [
  {
    method: 'post',
    path: '/members',
    body: revision => ({ revision, subject: VIC, role: 'viewer' }),
    meta: { actionType: 'add-member', subject: VIC, role: 'viewer' },
    by: 'dana',
    status: 202,
    refused: 'lee',
  },
  {
    method: 'patch',
    path: '/members',
    body: revision => ({ revision, subject: DANA, role: 'admin' }),
    meta: { actionType: 'change-member', subject: DANA, role: 'admin' },
    by: 'dana',
    status: 202,
    refused: 'lee',
  },
  {
    method: 'post',
    path: '/members/remove',
    body: revision => ({ revision, subject: DANA }),
    meta: { actionType: 'remove-member', subject: DANA },
    by: 'ada',
    status: 202,
    // The last admin.
    refused: 'dana',
    code: 'LastAdmin',
  },
  {
    method: 'post',
    path: '/transfer',
    body: revision => ({ revision, owner: INSIGHTS }),
    meta: { actionType: 'transfer', owner: INSIGHTS },
    by: 'ada',
    status: 202,
    refused: 'dana',
  },
  {
    method: 'put',
    path: '/iam',
    body: revision => ({ revision, mode: 'external', roleArn: ROLE_ARN }),
    meta: { actionType: 'iam-set', mode: 'external' },
    by: 'ada',
    status: 202,
    refused: 'dana',
  },
  {
    method: 'put',
    path: '/iam',
    body: revision => ({ revision, mode: 'none' }),
    meta: { actionType: 'iam-set', mode: 'none' },
    by: 'ada',
    status: 202,
    refused: 'lee',
  },
  {
    method: 'post',
    path: '/iam/sync',
    meta: { actionType: 'iam-sync' },
    by: 'dana',
    status: 200,
    refused: 'lee',
  },
];

const READS: readonly AuditedRoute[] = [
  {
    method: 'get',
    path: '/members',
    meta: { queryType: 'members' },
    by: 'lee',
    status: 200,
    refused: 'vic',
    code: 'WorkspaceNotFound',
  },
  {
    method: 'post',
    path: '/iam/explain',
    body: () => ({ resource: 's3://bucket/alpha/secret-name', action: 'read' }),
    meta: { queryType: 'iam-explain' },
    by: 'lee',
    status: 200,
    refused: 'vic',
    code: 'WorkspaceNotFound',
  },
];

describe('audit events', () => {
  const events: Audited[] = [];
  let cluster: DevCluster;
  let portal: Portal;
  let workspaces = 0;

  const createEvent = async ({
    eventId,
    severityLevel,
    meta,
    request: asked,
  }: AuditorServiceCreateEventOptions): Promise<AuditorServiceEvent> => {
    const event: Audited = {
      eventId,
      severityLevel,
      meta,
      authorization: asked?.headers.authorization,
      outcome: 'open',
    };
    events.push(event);
    return {
      success: async () => {
        event.outcome = 'succeeded';
      },
      fail: async ({ error }) => {
        event.outcome = 'code' in error ? String(error.code) : error.name;
      },
    };
  };

  beforeAll(async () => {
    cluster = await DevCluster.start();
    portal = await startPortal({
      clusters: [devClusterDefinition(cluster)],
      features: [mockServices.auditor.mock({ createEvent }).factory],
    });
  });

  afterAll(async () => {
    await portal.stop();
    await cluster.stop();
  });

  beforeEach(async () => {
    workspaces += 1;
    await portal.store.create(
      newWorkspace(`alpha-${workspaces}`, {
        owner: 'group:default/data',
        cluster: devClusterDefinition(cluster).name,
        createdBy: DANA,
        members: [{ subject: DANA, role: 'admin' }],
      }),
      50,
    );
    events.length = 0;
  });

  const send = async (person: Person, route: AuditedRoute) => {
    const id = `alpha-${workspaces}`;
    const path = `/workspaces/${id}${route.path}`;
    const client = portal.as(person);
    const revision = (await portal.store.findById(id))?.revision ?? 0;
    const body = route.body?.(revision);
    switch (route.method) {
      case 'get':
        return client.get(path);
      case 'post':
        return client.post(path, body);
      default:
        return client[route.method](path, body ?? {});
    }
  };

  const describeRoutes = (
    kind: string,
    routes: readonly AuditedRoute[],
    event: Pick<Audited, 'eventId' | 'severityLevel'>,
  ) =>
    it.each(
      routes.map(
        route => [Object.values(route.meta).join(' '), route] as const,
      ),
    )(`tell of a ${kind}: %s`, async (_, route) => {
      const meta = { ...route.meta, workspaceId: `alpha-${workspaces}` };
      const code = route.code ?? 'PermissionDenied';
      const refused = await send(route.refused, route);
      expect(refused.body.error.code).toBe(code);
      const done = await send(route.by, route);
      expect(done.status).toBe(route.status);
      expect(events).toEqual([
        {
          ...event,
          meta,
          authorization: expect.stringContaining(route.refused),
          outcome: code,
        },
        {
          ...event,
          meta,
          authorization: expect.stringContaining(route.by),
          outcome: 'succeeded',
        },
      ]);
    });

  describeRoutes('write', WRITES, {
    eventId: 'workspace-mutate',
    severityLevel: 'medium',
  });

  describeRoutes('read', READS, {
    eventId: 'workspace-fetch',
    severityLevel: 'low',
  });

  it('tell of a sign-in, and name nobody but by the credentials', async () => {
    await portal.as('lee').post('/sign-in').expect(202);
    const service = mockCredentials.service.header();
    await request(portal.server)
      .post('/api/workspaces/v1/sign-in')
      .set('authorization', service)
      .expect(403);
    const event = {
      eventId: 'workspace-mutate',
      severityLevel: 'medium',
      meta: { actionType: 'sign-in' },
    };
    expect(events).toEqual([
      {
        ...event,
        authorization: expect.stringContaining('lee'),
        outcome: 'succeeded',
      },
      { ...event, authorization: service, outcome: 'NotAllowedError' },
    ]);
  });
});
