import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { ClusterHealth } from '@team-workspaces/backstage-plugin-workspaces-common';
import { ProblemNotice, SimulatedBadge, ToneIcon } from '../components';
import { useMessages } from '../hooks/useMessages';

const useStyles = makeStyles(theme => ({
  root: { padding: theme.spacing(1, 0) },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
  rights: { margin: 0, fontFamily: 'monospace' },
}));

/** How a cluster stands: its answer, its version, the rights that we lack there, and what to do. */
export function ClusterCard(props: { readonly cluster: ClusterHealth }) {
  const { name, title, simulated, reachable, version, missingRights, problem } =
    props.cluster;
  const classes = useStyles();
  const t = useMessages();
  const lacking = missingRights.length > 0;
  const tone = lacking ? 'warning' : 'ok';
  return (
    <div className={classes.root}>
      <div className={classes.head}>
        <ToneIcon tone={reachable ? tone : 'error'} />
        <strong>{title}</strong>
        {title !== name && <span>({name})</span>}
        <span>{t(reachable ? 'health.reachable' : 'health.unreachable')}</span>
        {version && <span>{t('health.version', { version })}</span>}
        {simulated && <SimulatedBadge />}
      </div>
      {problem && <ProblemNotice problem={problem} />}
      {lacking && (
        <>
          <Typography variant="body2">{t('health.missingRights')}</Typography>
          <ul className={classes.rights}>
            {missingRights.map(right => (
              <li key={right}>{right}</li>
            ))}
          </ul>
          <Typography variant="body2">
            <strong>{t('common.whatToDo')}</strong>{' '}
            {t('health.missingRightsHint')}
          </Typography>
        </>
      )}
    </div>
  );
}
