import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import { WORKSPACES_EVENT_TOPIC } from '@team-workspaces/backstage-plugin-workspaces-common';
import { ChangeThrottle } from './ChangeThrottle';

/** Publishes `{ id, phase }` for other backend plugins; the phase of a deleted workspace is `gone`. */
export function publishEvents(options: {
  events: EventsService;
  logger: LoggerService;
}): ChangeThrottle {
  return new ChangeThrottle({
    intervalMs: 500,
    logger: options.logger,
    announce: ({ message }) =>
      options.events.publish({
        topic: WORKSPACES_EVENT_TOPIC,
        eventPayload: message,
      }),
  });
}
