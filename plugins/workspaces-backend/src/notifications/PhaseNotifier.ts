import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { StoredWorkspace, WorkspaceListener } from '../types';

type Phase = StoredWorkspace['phase'];

/**
 * Notifies the owner Group when a workspace became active for the first time or again after a failure, and when
 * it failed. A portal without notifications loses nothing but these.
 */
export class PhaseNotifier implements WorkspaceListener {
  readonly #notifications: NotificationService;
  readonly #logger: LoggerService;

  constructor(options: {
    notifications: NotificationService;
    logger: LoggerService;
  }) {
    this.#notifications = options.notifications;
    this.#logger = options.logger;
  }

  workspaceChanged(): void {}

  workspaceGone(): void {}

  phaseChanged(workspace: StoredWorkspace, previous: Phase | undefined): void {
    if (isFirstActivation(workspace, previous)) {
      this.#send(workspace, {
        title: `${workspace.displayName} is active`,
        description: `The team workspace ${workspace.id} can be used.`,
        severity: 'normal',
      });
    } else if (workspace.phase === 'error' && previous !== 'error') {
      this.#send(workspace, {
        title: `${workspace.displayName} failed`,
        description: describeFailure(workspace),
        severity: 'high',
      });
    }
  }

  #send(
    { id, owner }: StoredWorkspace,
    payload: {
      readonly title: string;
      readonly description: string;
      readonly severity: 'normal' | 'high';
    },
  ): void {
    if (!owner) {
      return;
    }
    this.#notifications
      .send({
        recipients: { type: 'entity', entityRef: owner },
        payload: {
          ...payload,
          link: `/workspaces/${id}`,
          topic: 'workspaces',
          // A later message about the phase replaces an earlier one.
          scope: `workspace:${id}:phase`,
        },
      })
      .catch(error =>
        this.#logger.warn(
          `${owner} could not be notified about workspace ${id}: ${stringifyError(
            error,
          )}`,
        ),
      );
  }
}

function isFirstActivation(
  { phase, generation }: StoredWorkspace,
  previous: Phase | undefined,
): boolean {
  return (
    phase === 'active' &&
    (previous === 'error' || (previous === 'pending' && generation === 1))
  );
}

function describeFailure(workspace: StoredWorkspace): string {
  const failed = workspace.conditions.find(({ status }) => status === 'False');
  return failed
    ? [failed.message, failed.hint].filter(Boolean).join(' ')
    : `The team workspace ${workspace.id} could not be set up.`;
}
