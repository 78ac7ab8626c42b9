import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { Workspace } from '@team-workspaces/backstage-plugin-workspaces-common';
import { ToneIcon } from '../components';
import { useMessages } from '../hooks/useMessages';
import { type BulkResult, resultWords } from './bulkActions';
import type { BulkOutcome } from './useBulk';

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', gap: theme.spacing(1), padding: theme.spacing(0.5) },
  body: { minWidth: 0, overflowWrap: 'anywhere' },
}));

function toneOf(outcome: BulkOutcome<BulkResult> | undefined) {
  if (!outcome) {
    return 'muted';
  }
  return outcome.kind === 'accepted' && !outcome.result?.failed
    ? 'ok'
    : 'error';
}

/** One of several workspaces, and what came of it. */
export function BulkItem(props: {
  readonly workspace: Workspace;
  readonly outcome?: BulkOutcome<BulkResult>;
  readonly started: boolean;
}) {
  const { outcome, started } = props;
  const { id, displayName } = props.workspace;
  const classes = useStyles();
  const t = useMessages();
  const words = () => {
    if (!outcome) {
      return t('list.bulk.waiting');
    }
    return outcome.kind === 'accepted'
      ? resultWords(outcome.result, t)
      : t('list.bulk.refused', { message: outcome.message });
  };
  const failures =
    outcome?.kind === 'accepted' ? outcome.result?.failures ?? [] : [];
  return (
    <li className={classes.root}>
      <ToneIcon tone={toneOf(outcome)} />
      <div className={classes.body}>
        {displayName} ({id}){started && `: ${words()}`}
        {failures.map(({ reason, message }) => (
          <Typography key={`${reason} ${message}`} variant="body2">
            {message}
          </Typography>
        ))}
      </div>
    </li>
  );
}
