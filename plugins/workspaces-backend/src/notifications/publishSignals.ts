import type { LoggerService } from '@backstage/backend-plugin-api';
import type { SignalsService } from '@backstage/plugin-signals-node';
import { WORKSPACES_SIGNAL_CHANNEL } from '@team-workspaces/backstage-plugin-workspaces-common';
import { ChangeThrottle } from '../events/ChangeThrottle';
import type { CatalogMembershipResolver } from '../membership/CatalogMembershipResolver';

/**
 * Tells the browsers of people who belong to a workspace, and of portal admins, to fetch it again. Not a
 * broadcast: that would show ids of workspaces to everybody.
 */
export function publishSignals(options: {
  signals: SignalsService;
  membership: CatalogMembershipResolver;
  /** `workspaces.admins`. */
  admins: readonly string[];
  logger: LoggerService;
}): ChangeThrottle {
  const { signals, membership, admins, logger } = options;
  return new ChangeThrottle({
    intervalMs: 1_000,
    logger,
    announce: async ({ workspace, message }) => {
      const people = await membership.peopleOf(workspace);
      const portalAdmins = await membership.peopleIn(admins);
      const entityRef = [...new Set([...people, ...portalAdmins])];
      if (entityRef.length > 0) {
        await signals.publish({
          recipients: { type: 'user', entityRef },
          channel: WORKSPACES_SIGNAL_CHANNEL,
          message,
        });
      }
    },
  });
}
