import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { WorkspacesApi } from '@team-workspaces/backstage-plugin-workspaces-common';
import { InitiatorApi } from '../client/InitiatorApi';
import { mockApi, mockRefusal, mockStream, mockWorkspace } from '../testUtils';
import { watchWorkspace } from './watchWorkspace';

const pending = mockWorkspace({ phase: 'pending' });
const active = mockWorkspace({ phase: 'active' });

describe('watchWorkspace', () => {
  const controller = new AbortController();
  const logger = mockServices.logger.mock();

  afterAll(() => controller.abort());

  const watch = (methods: Partial<WorkspacesApi>, signal = controller.signal) =>
    watchWorkspace({
      api: new InitiatorApi(
        { api: mockApi(methods), auth: mockServices.auth() },
        { getInitiatorCredentials: async () => mockCredentials.user() },
      ),
      id: 'team-a',
      logger,
      signal,
      reconnectMs: 1,
      silenceMs: 20,
    });

  it('should yield what the stream says, and end after gone', async () => {
    const events = watch({
      followWorkspace: mockStream([
        { type: 'workspace', workspace: pending },
        { type: 'gone' },
      ]),
    });
    expect((await events.next()).value).toEqual({
      type: 'workspace',
      workspace: pending,
    });
    expect((await events.next()).value).toEqual({ type: 'gone' });
    expect((await events.next()).done).toBe(true);
  });

  it('should connect again when the server closes the stream', async () => {
    const followWorkspace = jest
      .fn()
      .mockImplementationOnce(
        mockStream([{ type: 'workspace', workspace: pending }], 'closes'),
      )
      .mockImplementationOnce(
        mockStream([{ type: 'workspace', workspace: active }]),
      );
    const events = watch({ followWorkspace });
    await events.next();
    expect((await events.next()).value).toEqual({
      type: 'workspace',
      workspace: active,
    });
    expect(followWorkspace).toHaveBeenCalledTimes(2);
  });

  it('should read the workspace while the stream is silent', async () => {
    const events = watch({
      followWorkspace: mockStream([]),
      getWorkspace: async () => active,
    });
    expect((await events.next()).value).toEqual({
      type: 'workspace',
      workspace: active,
    });
  });

  it('should read the workspace when the stream cannot be had', async () => {
    const events = watch({
      followWorkspace: mockStream([], new TypeError('fetch failed')),
      getWorkspace: async () => active,
    });
    expect((await events.next()).value).toEqual({
      type: 'workspace',
      workspace: active,
    });
  });

  it('should go on while the portal restarts, and complain once', async () => {
    logger.warn.mockClear();
    const getWorkspace = jest
      .fn()
      .mockRejectedValueOnce(new TypeError('fetch failed'))
      .mockRejectedValueOnce(await mockRefusal(503, { message: 'starting' }))
      .mockResolvedValue(active);
    const events = watch({
      followWorkspace: mockStream([], new TypeError('fetch failed')),
      getWorkspace,
    });
    expect((await events.next()).value).toEqual({
      type: 'workspace',
      workspace: active,
    });
    expect(logger.warn).toHaveBeenCalledTimes(1);
  });

  it('should take a workspace that cannot be found for gone', async () => {
    const refusal = await mockRefusal(404, { message: 'no', code: 'x' });
    const events = watch({
      followWorkspace: mockStream([], refusal),
      getWorkspace: () => Promise.reject(refusal),
    });
    expect((await events.next()).value).toEqual({ type: 'gone' });
  });

  it('should throw a refusal that another attempt would not change', async () => {
    const refusal = await mockRefusal(403, { message: 'no' });
    const events = watch({
      followWorkspace: mockStream([], refusal),
      getWorkspace: () => Promise.reject(refusal),
    });
    await expect(events.next()).rejects.toBe(refusal);
  });

  it('should end when it is aborted', async () => {
    const own = new AbortController();
    const events = watch({ followWorkspace: mockStream([]) }, own.signal);
    const next = events.next();
    own.abort(new Error('enough'));
    await expect(next).rejects.toThrow('enough');
  });
});
