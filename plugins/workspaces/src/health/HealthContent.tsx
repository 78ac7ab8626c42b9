import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { BreadcrumbEntry, useApi } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { workspacesApiRef } from '../api';
import { FailureNotice, Notice, Section, StaleNotice } from '../components';
import { toFailure } from '../errors/toFailure';
import { refsText } from '../format/refs';
import { useLive } from '../hooks/useLive';
import { SETTLED_INTERVAL_MS } from '../hooks/useLiveWorkspace';
import { useMessages } from '../hooks/useMessages';
import { useOptions } from '../hooks/useOptions';
import { TableSkeleton } from '../list';
import { healthRouteRef, rootRouteRef } from '../routes';
import { CheckItem, STATUS_TONES } from './CheckItem';
import { ClusterCard } from './ClusterCard';
import { QueueSection } from './QueueSection';

const useStyles = makeStyles(theme => ({
  root: { display: 'grid', gap: theme.spacing(2), minWidth: 0 },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(2),
  },
  actions: { display: 'flex', gap: theme.spacing(1) },
  list: { listStyle: 'none', margin: 0, padding: 0 },
}));

/** For portal admins: is everything there that team workspaces need, and if not, what to do. */
export function HealthContent() {
  const classes = useStyles();
  const api = useApi(workspacesApiRef);
  const t = useMessages();
  const listPath = useRouteRef(rootRouteRef);
  const healthPath = useRouteRef(healthRouteRef);
  const { value: options } = useOptions();
  const live = useLive({
    key: 'health',
    load: () => api.getHealth(),
    interval: () => SETTLED_INTERVAL_MS,
  });
  const { value: health, error, loading, refresh } = live;
  const forbidden =
    !health && [403, 404].includes(toFailure(error).status ?? 0);
  return (
    <BreadcrumbEntry entry={{ label: t('list.health'), href: healthPath() }}>
      <div className={classes.root}>
        <div className={classes.head}>
          <Typography variant="h5" component="h2">
            {t('health.title')}
          </Typography>
          <div className={classes.actions}>
            <LinkButton to={listPath()} variant="outlined">
              {t('health.back')}
            </LinkButton>
            {!forbidden && (
              <Button variant="outlined" onClick={refresh}>
                {t('health.refresh')}
              </Button>
            )}
          </div>
        </div>
        <StaleNotice live={live} />
        {loading && <TableSkeleton label={t('health.loading')} />}
        {forbidden && (
          <Notice tone="muted" title={t('health.denied')}>
            {options && options.admins.length > 0 && (
              <Typography variant="body2">
                {t('health.deniedAsk', { admins: refsText(options.admins) })}
              </Typography>
            )}
          </Notice>
        )}
        {!health && Boolean(error) && !forbidden && (
          <FailureNotice
            title={t('health.errorTitle')}
            error={error}
            onRetry={refresh}
          />
        )}
        {health && (
          <>
            <Notice
              tone={STATUS_TONES[health.status]}
              title={t(`health.status.${health.status}`)}
            />
            <Section title={t('health.clusters')}>
              {health.clusters.length === 0 && (
                <Notice tone="warning" title={t('health.noClusters')}>
                  <Typography variant="body2">
                    {t('health.noClustersHint')}
                  </Typography>
                </Notice>
              )}
              {health.clusters.map(cluster => (
                <ClusterCard key={cluster.name} cluster={cluster} />
              ))}
            </Section>
            <QueueSection queue={health.queue} />
            <Section title={t('health.checks')}>
              <ul className={classes.list}>
                {health.checks.map(check => (
                  <CheckItem key={check.name} check={check} />
                ))}
              </ul>
            </Section>
          </>
        )}
      </div>
    </BreadcrumbEntry>
  );
}
