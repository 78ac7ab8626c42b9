import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError, stringifyError } from '@backstage/errors';
import type { Response } from 'express';
import type { WorkspaceFollower } from '../../events/WorkspaceFollower';
import { EventStream } from '../EventStream';
import type { RouteContext, WorkspacesRouter } from '../RouteContext';
import { StreamLimit } from '../StreamLimit';
import { Wakeup } from '../Wakeup';

/** What the route of events needs. */
export interface EventRouteOptions {
  readonly follower: WorkspaceFollower;
  readonly logger: LoggerService;
  /** How often a sign of life is sent and access is checked without a change, in milliseconds. */
  readonly heartbeatMs?: number;
}

const DEFAULT_HEARTBEAT_MS = 15_000;

/**
 * Registers the stream of events of one workspace. It sends the workspace as it is, then again after each change,
 * each time with the access that the reader has then. It ends with `gone` when the workspace is gone, and without
 * a word when the reader may not read it any more or the credentials expire.
 */
export function addEventRoutes(
  router: WorkspacesRouter,
  context: RouteContext,
  options: EventRouteOptions,
): void {
  const { follower, logger, heartbeatMs = DEFAULT_HEARTBEAT_MS } = options;
  const { service, presenter } = context;
  const limit = new StreamLimit();

  router.get('/v1/workspaces/:id/events', async (request, response) => {
    const { id } = request.params;
    const credentials = await context.credentialsOf(request);
    const first = await context.read(
      request,
      { queryType: 'events', workspaceId: id },
      async caller => ({ caller, workspace: await service.get(id, caller) }),
    );
    const { uid } = first.workspace;
    const release = limit.acquire(first.caller.userRef);
    const stream = new EventStream(response as unknown as Response);
    const wakeup = new Wakeup([stream.closed, follower.stopped]);
    const unfollow = follower.follow(first.workspace, () => wakeup.wake());
    const expiresAt = credentials.expiresAt?.getTime() ?? Infinity;

    let sent = '';
    const sendChange = async () => {
      const caller = await context.callerOf(credentials);
      const workspace = await service.get(id, caller);
      if (workspace.uid !== uid) {
        await stream.send('gone', {});
        return false;
      }
      const shown = await presenter.present(workspace, caller);
      const text = JSON.stringify(shown);
      await (text === sent
        ? stream.sendHeartbeat()
        : stream.send('workspace', shown));
      sent = text;
      return true;
    };

    try {
      while (!wakeup.ended && Date.now() < expiresAt && (await sendChange())) {
        await wakeup.wait(Math.min(heartbeatMs, expiresAt - Date.now()));
      }
    } catch (error) {
      if (isRefusal(error) && !(await follower.exists(uid))) {
        await stream.send('gone', {});
      } else if (!isRefusal(error)) {
        logger.warn(
          `The events of workspace ${id} ended early: ${stringifyError(error)}`,
        );
      }
    } finally {
      unfollow();
      release();
      stream.end();
    }
  });
}

function isRefusal(error: unknown): boolean {
  return (
    isError(error) &&
    ['NotFoundError', 'NotAllowedError', 'AuthenticationError'].includes(
      error.name,
    )
  );
}
