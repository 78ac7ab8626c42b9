import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import type { Workspace } from '@team-workspaces/backstage-plugin-workspaces-common';
import { actionName, ActivityActor, useActivity } from '../activity';
import { FailureNotice, RelativeTime, Section } from '../components';
import { readableRefs } from '../format/refs';
import { firstSentence } from '../format/text';
import { useMessages } from '../hooks/useMessages';
import { workspaceRouteRef } from '../routes';

/** Entries shown here; the rest is on the tab. */
const SHOWN = 5;

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: theme.spacing(1),
    padding: theme.spacing(0.5, 0),
    overflowWrap: 'anywhere',
  },
  quiet: { color: theme.palette.text.secondary },
}));

/** What happened to the workspace last. */
export function RecentActivity(props: { readonly workspace: Workspace }) {
  const { id } = props.workspace;
  const classes = useStyles();
  const t = useMessages();
  const workspacePath = useRouteRef(workspaceRouteRef);
  const activity = useActivity(id, { limit: SHOWN });
  return (
    <Section
      title={t('detail.recent.title')}
      actions={
        <Link to={`${workspacePath({ id })}/activity`}>
          {t('detail.recent.all')}
        </Link>
      }
    >
      {activity.loading && <Skeleton variant="text" />}
      {Boolean(activity.error) && !activity.value && (
        <FailureNotice
          title={t('detail.recent.error')}
          error={activity.error}
          onRetry={activity.refresh}
        />
      )}
      {activity.value?.items.length === 0 && t('detail.recent.empty')}
      <ul className={classes.list}>
        {activity.value?.items.map(entry => (
          <li key={entry.id} className={classes.item}>
            <strong>{actionName(entry.action, t)}</strong>
            <span>{readableRefs(firstSentence(entry.message))}</span>
            <span className={classes.quiet}>
              <ActivityActor actor={entry.actor} />,{' '}
              <RelativeTime at={entry.at} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
