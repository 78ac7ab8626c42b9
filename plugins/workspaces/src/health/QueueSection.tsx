import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { QueueHealth } from '@team-workspaces/backstage-plugin-workspaces-common';
import { Section } from '../components';
import { useLanguage } from '../hooks/useLanguage';
import { useMessages } from '../hooks/useMessages';
import { rootRouteRef } from '../routes';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(4),
    margin: 0,
  },
  entry: { display: 'flex', flexDirection: 'column-reverse' },
  number: { margin: 0 },
}));

/** How much work is due, under way, waiting and stopped. */
export function QueueSection(props: { readonly queue: QueueHealth }) {
  const { queue } = props;
  const classes = useStyles();
  const t = useMessages();
  const number = new Intl.NumberFormat(useLanguage());
  const listPath = useRouteRef(rootRouteRef);
  const idle = queue.due + queue.working + queue.waiting === 0;
  const entries = [
    [queue.due, t('health.queueDue')],
    [queue.working, t('health.queueWorking')],
    [queue.waiting, t('health.queueWaiting')],
    [queue.stopped, t('health.queueStopped')],
  ] as const;
  return (
    <Section title={t('health.queue')}>
      <dl className={classes.root}>
        {entries.map(([count, label]) => (
          <div key={label} className={classes.entry}>
            <dt>{label}</dt>
            <dd className={classes.number}>
              <Typography variant="h5" component="span">
                {number.format(count)}
              </Typography>
            </dd>
          </div>
        ))}
      </dl>
      {idle && <Typography variant="body2">{t('health.queueIdle')}</Typography>}
      <Link to={`${listPath()}?show=attention`}>
        {t('health.showAttention')}
      </Link>
    </Section>
  );
}
