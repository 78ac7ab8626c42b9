import express, { type Handler } from 'express';
import { middleware as openApiValidator } from 'express-openapi-validator';
import request from 'supertest';
import {
  startPortal,
  type Person,
  type Portal,
} from '../__testUtils__/startPortal';
import { spec } from '../schema/openapi/generated';

// A whole backend starts slowly on a busy machine.
jest.setTimeout(60_000);

type ValidatorOptions = Parameters<typeof openApiValidator>[0];

const REQUEST = {
  id: 'alpha',
  displayName: 'Alpha',
  owner: 'group:default/team-ds',
};

interface Call {
  readonly status: number;
  readonly person: Person;
  readonly method: 'get' | 'post' | 'patch';
  readonly path: string;
  readonly body?: object;
}

const call = (
  status: number,
  person: Person,
  method: Call['method'],
  path: string,
  body?: object,
): Call => ({ status, person, method, path, body });

const CALLS: Call[] = [
  call(200, 'dana', 'get', '/options'),
  call(200, 'dana', 'get', '/ids/alpha'),
  call(200, 'dana', 'post', '/plan', REQUEST),
  call(202, 'dana', 'post', '/workspaces', REQUEST),
  call(200, 'dana', 'get', '/workspaces?scope=mine&phase=pending&limit=5'),
  call(200, 'dana', 'get', '/workspaces/alpha'),
  call(200, 'dana', 'get', '/workspaces/alpha/activity?limit=1'),
  call(
    200,
    'dana',
    'get',
    '/workspaces/alpha/activity?actor=user%3Adefault%2Fdana&action=created&q=team',
  ),
  call(200, 'dana', 'get', '/workspaces/alpha/activity/filters'),
  call(200, 'dana', 'get', '/workspaces/alpha/usage'),
  call(200, 'ada', 'post', '/workspaces/alpha/plan', { kind: 'repair' }),
  call(200, 'ada', 'post', '/workspaces/alpha/plan', {
    kind: 'transfer',
    owner: 'group:default/data',
  }),
  call(202, 'ada', 'patch', '/workspaces/alpha', {
    revision: 1,
    changes: { protected: true, expiresAt: null },
  }),
  call(202, 'ada', 'post', '/workspaces/alpha/retry'),
  call(200, 'ada', 'get', '/health'),
  call(400, 'dana', 'post', '/workspaces', { id: 'A' }),
  call(403, 'dana', 'get', '/health'),
  call(404, 'nico', 'get', '/workspaces/alpha'),
  call(409, 'ada', 'patch', '/workspaces/alpha', {
    revision: 1,
    changes: { description: 'Stale' },
  }),
];

/** Passes calls on to a portal, and answers 500 when its answer is not as the OpenAPI document says. */
function createCheckingProxy(portal: Portal, person: Person) {
  const proxy = express();
  proxy.use(express.json());
  proxy.use(
    openApiValidator({
      apiSpec: spec as unknown as ValidatorOptions['apiSpec'],
      validateRequests: false,
      validateResponses: true,
    }) as unknown as Handler[],
  );
  proxy.use((incoming, response, next) => {
    const client = portal.as(person);
    const path = incoming.originalUrl.replace('/v1', '');
    const method = incoming.method.toLowerCase() as Call['method'];
    const sent =
      method === 'get' || Object.keys(incoming.body).length === 0
        ? client[method === 'get' ? 'get' : 'post'](path)
        : client[method](path, incoming.body);
    sent
      .then(answer => response.status(answer.status).json(answer.body))
      .catch(next);
  });
  return proxy;
}

describe('answers as the OpenAPI document describes them', () => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await startPortal();
  });

  afterAll(() => portal.stop());

  it.each<Call>(CALLS)(
    'should answer $status to $person: $method $path',
    async ({ status, person, method, path, body }) => {
      const answer = await request(createCheckingProxy(portal, person))
        [method](`/v1${path}`)
        .send(body);
      expect([answer.status, answer.text]).toEqual([
        status,
        expect.stringContaining('{'),
      ]);
    },
  );

  it('should notice an answer that is not', async () => {
    const broken: Portal = {
      ...portal,
      as: () => ({
        ...portal.as('dana'),
        get: () => portal.as('dana').get('/ids/alpha'),
      }),
    };
    const answer = await request(createCheckingProxy(broken, 'dana')).get(
      '/v1/options',
    );
    expect(answer.status).toBe(500);
  });
});
