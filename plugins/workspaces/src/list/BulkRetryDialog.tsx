import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles } from '@material-ui/core/styles';
import type { Workspace } from '@team-workspaces/backstage-plugin-workspaces-common';
import { useId } from 'react';
import { TextFrame, ToneIcon } from '../components';
import { useMessages } from '../hooks/useMessages';
import { type RetryOutcome, useBulkRetry } from './useBulkRetry';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: { display: 'flex', gap: theme.spacing(1), padding: theme.spacing(0.5) },
}));

function toneOf(outcome: RetryOutcome | undefined) {
  if (!outcome) {
    return 'muted';
  }
  return outcome.kind === 'accepted' ? 'ok' : 'error';
}

/** Retries the selected workspaces after a question, and reports on all of them together. */
export function BulkRetryDialog(props: {
  readonly workspaces: readonly Workspace[];
  readonly onClose: () => void;
}) {
  const { workspaces, onClose } = props;
  const classes = useStyles();
  const t = useMessages();
  const titleId = useId();
  const { outcomes, running, start } = useBulkRetry();
  const total = workspaces.length;
  const accepted = [...outcomes.values()].filter(
    ({ kind }) => kind === 'accepted',
  ).length;
  const finished = outcomes.size === total;
  const words = (outcome: RetryOutcome | undefined) => {
    if (!outcome) {
      return t('list.bulk.waiting');
    }
    return outcome.kind === 'accepted'
      ? t('list.bulk.accepted')
      : t('list.bulk.refused', { message: outcome.message });
  };
  return (
    <Dialog
      open
      fullWidth
      onClose={running ? undefined : onClose}
      aria-labelledby={titleId}
    >
      <DialogTitle id={titleId}>
        {t('list.bulk.title', { count: total })}
      </DialogTitle>
      <DialogContent>
        <DialogContentText role="status">
          {finished &&
            t('list.bulk.report', {
              accepted: String(accepted),
              total: String(total),
              refused: String(total - accepted),
            })}
          {running &&
            t('list.bulk.progress', {
              done: String(outcomes.size),
              total: String(total),
            })}
          {!finished && !running && t('list.bulk.explain')}
        </DialogContentText>
        <TextFrame>
          <ul className={classes.list}>
            {workspaces.map(({ id, displayName }) => {
              const outcome = outcomes.get(id);
              return (
                <li key={id} className={classes.item}>
                  <ToneIcon tone={toneOf(outcome)} />
                  <span>
                    {displayName} ({id})
                    {(running || finished) && `: ${words(outcome)}`}
                  </span>
                </li>
              );
            })}
          </ul>
        </TextFrame>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} disabled={running}>
          {finished ? t('common.close') : t('common.cancel')}
        </Button>
        {!finished && (
          <Button
            color="primary"
            variant="contained"
            disabled={running}
            onClick={() => void start(workspaces)}
          >
            {t('list.bulk.start')}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
