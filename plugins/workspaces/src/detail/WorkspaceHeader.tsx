import Chip from '@material-ui/core/Chip';
import { makeStyles } from '@material-ui/core/styles';
import Tooltip from '@material-ui/core/Tooltip';
import Typography from '@material-ui/core/Typography';
import LockIcon from '@material-ui/icons/Lock';
import type { Workspace } from '@team-workspaces/backstage-plugin-workspaces-common';
import {
  EntityLink,
  Identifier,
  PhaseLabel,
  SimulatedBadge,
} from '../components';
import { formatDate } from '../format/time';
import { useLanguage } from '../hooks/useLanguage';
import { useMessages } from '../hooks/useMessages';
import { useOptions } from '../hooks/useOptions';
import { RetryButton } from './RetryButton';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'flex-start',
    gap: theme.spacing(2),
  },
  main: { minWidth: 0, flex: '1 1 400px' },
  title: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: theme.spacing(2),
    overflowWrap: 'anywhere',
  },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: theme.spacing(3),
    rowGap: theme.spacing(0.5),
    marginTop: theme.spacing(0.5),
  },
  fact: { display: 'inline-flex', alignItems: 'center', gap: theme.spacing(1) },
  chip: { margin: 0 },
  description: {
    whiteSpace: 'pre-line',
    overflowWrap: 'anywhere',
    marginTop: theme.spacing(1),
  },
}));

/** Name, id, phase, owner and cluster of a workspace, and the button to retry it. */
export function WorkspaceHeader(props: {
  readonly workspace: Workspace;
  readonly onRetried: () => void;
}) {
  const { workspace, onRetried } = props;
  const classes = useStyles();
  const t = useMessages();
  const language = useLanguage();
  const { value: options } = useOptions();
  const cluster = options?.clusters.find(
    ({ name }) => name === workspace.cluster,
  );
  return (
    <header className={classes.root}>
      <div className={classes.main}>
        <div className={classes.title}>
          <Typography variant="h4" component="h2">
            {workspace.displayName}
          </Typography>
          <Identifier text={workspace.id} copy />
        </div>
        <div className={classes.facts}>
          <PhaseLabel phase={workspace.phase} />
          {workspace.owner && (
            <span className={classes.fact}>
              {t('detail.owner')} <EntityLink entityRef={workspace.owner} />
            </span>
          )}
          <span className={classes.fact}>
            {t('detail.cluster')} {cluster?.title ?? workspace.cluster}
            {cluster?.simulated && <SimulatedBadge />}
          </span>
          {workspace.isDefault && (
            <Tooltip title={t('detail.defaultHint')}>
              <Chip
                size="small"
                variant="outlined"
                tabIndex={0}
                className={classes.chip}
                label={t('detail.defaultBadge')}
              />
            </Tooltip>
          )}
          {workspace.protected && (
            <span className={classes.fact}>
              <LockIcon fontSize="inherit" aria-hidden />
              {t('common.protected')}
            </span>
          )}
          {workspace.expiresAt && (
            <span>
              {t('detail.expires', {
                when: formatDate(workspace.expiresAt, language),
              })}
            </span>
          )}
          <span>
            {t('detail.yourRole', {
              role: t(`common.role.${workspace.access.role}`),
            })}
          </span>
        </div>
        {workspace.description && (
          <Typography
            variant="body2"
            color="textSecondary"
            className={classes.description}
          >
            {workspace.description}
          </Typography>
        )}
      </div>
      {!workspace.isDefault && workspace.phase !== 'deleting' && (
        <RetryButton workspace={workspace} onRetried={onRetried} />
      )}
    </header>
  );
}
