import { ResponseError } from '@backstage/errors';
import { createParser, type EventSourceMessage } from 'eventsource-parser';
import type { Workspace } from '../schema/openapi/generated/models';

/** One server-sent event about a workspace. @public */
export type WorkspaceEvent =
  | { readonly type: 'workspace'; readonly workspace: Workspace }
  | { readonly type: 'gone' };

/** Reads the event stream of one workspace. Ends after `gone`, when the server closes, or when aborted. */
export async function* followEvents(
  apis: {
    readonly discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    readonly fetchApi: { fetch: typeof fetch };
  },
  id: string,
  options: { token?: string; signal?: AbortSignal },
): AsyncGenerator<WorkspaceEvent> {
  const baseUrl = await apis.discoveryApi.getBaseUrl('workspaces');
  const response = await apis.fetchApi.fetch(
    `${baseUrl}/v1/workspaces/${encodeURIComponent(id)}/events`,
    {
      headers: {
        Accept: 'text/event-stream',
        ...(options.token && { Authorization: `Bearer ${options.token}` }),
      },
      signal: options.signal,
    },
  );
  if (!response.ok || !response.body) {
    throw await ResponseError.fromResponse(response);
  }
  const pending: EventSourceMessage[] = [];
  const parser = createParser({ onEvent: event => pending.push(event) });
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        return;
      }
      parser.feed(value);
      for (const event of pending.splice(0)) {
        if (event.event === 'gone') {
          yield { type: 'gone' };
          return;
        }
        if (event.event === 'workspace') {
          yield { type: 'workspace', workspace: JSON.parse(event.data) };
        }
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
