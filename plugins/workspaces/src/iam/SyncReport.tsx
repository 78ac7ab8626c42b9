import Typography from '@material-ui/core/Typography';
import type { IamSync } from '@team-workspaces/backstage-plugin-workspaces-common';
import { ProblemNotice, RelativeTime, StateText } from '../components';
import { objectKey } from '../format/objects';
import { refText } from '../format/refs';
import { type Messages, useMessages } from '../hooks/useMessages';

/** The figures of a sync, such as `27 ServiceAccounts: 1 updated, 26 unchanged, 0 failed`. */
export function syncCounts(
  sync: Pick<IamSync, 'total' | 'updated' | 'unchanged' | 'failed'>,
  t: Messages,
): string {
  return t('iam.sync.counts', {
    total: t('iam.sync.total', { count: sync.total }),
    updated: String(sync.updated),
    unchanged: String(sync.unchanged),
    failed: String(sync.failed),
  });
}

/** When the role was last written to the ServiceAccounts, by whom, and what came of it. */
export function SyncReport(props: { readonly sync?: IamSync }) {
  const { sync } = props;
  const t = useMessages();
  if (!sync) {
    return <Typography variant="body2">{t('iam.sync.never')}</Typography>;
  }
  return (
    <div>
      <div>
        <StateText
          tone={sync.failed > 0 ? 'error' : 'ok'}
          text={syncCounts(sync, t)}
        />
      </div>
      <Typography variant="body2" color="textSecondary">
        {t('iam.sync.by', { who: refText(sync.by) })}{' '}
        <RelativeTime at={sync.at} />
      </Typography>
      {sync.failures.length > 0 && (
        <>
          <Typography variant="subtitle2" component="h4">
            {t('iam.sync.failures')}
          </Typography>
          {sync.failures.map(problem => (
            <ProblemNotice
              key={`${problem.reason} ${
                problem.object ? objectKey(problem.object) : problem.message
              }`}
              problem={problem}
            />
          ))}
        </>
      )}
    </div>
  );
}
