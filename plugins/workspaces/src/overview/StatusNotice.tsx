import Typography from '@material-ui/core/Typography';
import type { Workspace } from '@team-workspaces/backstage-plugin-workspaces-common';
import { Notice, RelativeTime } from '../components';
import { failedCondition, PHASE_TONES, stepState } from '../format/phases';
import { refText } from '../format/refs';
import { firstSentence } from '../format/text';
import { type Messages, useMessages } from '../hooks/useMessages';
import { NextAttempt } from './NextAttempt';

function titleOf(workspace: Workspace, t: Messages) {
  const { phase, conditions, isDefault } = workspace;
  if (isDefault) {
    return t('detail.overview.defaultWorkspace');
  }
  switch (phase) {
    case 'pending':
      return t('detail.overview.settingUp', {
        done: String(
          conditions.filter(step => stepState(step) === 'done').length,
        ),
        total: String(conditions.length),
      });
    case 'active':
      return t('detail.overview.active');
    case 'degraded':
      return t('detail.overview.degraded');
    case 'deleting':
      return t('detail.overview.deleted', {
        when: workspace.deletionRequestedAt ? (
          <RelativeTime at={workspace.deletionRequestedAt} />
        ) : (
          '–'
        ),
        who: refText(workspace.deletionRequestedBy ?? '–'),
      });
    default:
      return t(
        workspace.deletionRequestedAt
          ? 'detail.overview.deletionFailed'
          : 'detail.overview.failed',
      );
  }
}

/** The answer that the page gives first: is it fine, and if not, why. */
export function StatusNotice(props: { readonly workspace: Workspace }) {
  const { workspace } = props;
  const { phase, lastPassAt } = workspace;
  const t = useMessages();
  const failed = phase === 'active' ? undefined : failedCondition(workspace);
  return (
    <Notice tone={PHASE_TONES[phase]} title={titleOf(workspace, t)}>
      {phase === 'active' && !workspace.isDefault && (
        <Typography variant="body2" component="div">
          {lastPassAt
            ? t('detail.overview.checked', {
                when: <RelativeTime at={lastPassAt} />,
              })
            : t('detail.overview.noCheck')}
        </Typography>
      )}
      {failed && (
        <Typography variant="body2">
          {t(
            phase === 'degraded'
              ? 'detail.overview.differingStep'
              : 'detail.overview.failedStep',
            {
              step: failed.title,
              message: firstSentence(failed.message),
            },
          )}
        </Typography>
      )}
      {(phase === 'error' || (phase !== 'active' && failed)) && (
        <NextAttempt nextAttemptAt={workspace.nextAttemptAt} />
      )}
    </Notice>
  );
}
