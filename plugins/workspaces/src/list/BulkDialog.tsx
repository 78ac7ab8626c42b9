import { useApi } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles } from '@material-ui/core/styles';
import type { Workspace } from '@team-workspaces/backstage-plugin-workspaces-common';
import { useCallback, useId } from 'react';
import { workspacesApiRef } from '../api';
import { TextFrame } from '../components';
import { useMessages } from '../hooks/useMessages';
import { syncCounts } from '../iam/SyncReport';
import { type BulkAction, actOn, totalOf } from './bulkActions';
import { BulkItem } from './BulkItem';
import { useBulk } from './useBulk';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
});

/** Retries or syncs the selected workspaces after a question, and reports on all of them together. */
export function BulkDialog(props: {
  readonly action: BulkAction;
  readonly workspaces: readonly Workspace[];
  readonly onClose: () => void;
}) {
  const { action, workspaces, onClose } = props;
  const classes = useStyles();
  const api = useApi(workspacesApiRef);
  const t = useMessages();
  const titleId = useId();
  const { outcomes, running, start } = useBulk(
    useCallback(id => actOn(api, action, id), [api, action]),
  );
  const total = workspaces.length;
  const accepted = [...outcomes.values()].flatMap(outcome =>
    outcome.kind === 'accepted' ? [outcome.result] : [],
  );
  const finished = outcomes.size === total;
  const report = () => {
    const figures = totalOf(accepted);
    const words = t(`list.bulk.${action}.report`, {
      accepted: String(accepted.length),
      total: String(total),
      refused: String(total - accepted.length),
    });
    return figures ? `${words} ${syncCounts(figures, t)}.` : words;
  };
  return (
    <Dialog
      open
      fullWidth
      onClose={running ? undefined : onClose}
      aria-labelledby={titleId}
    >
      <DialogTitle id={titleId}>
        {t(`list.bulk.${action}.title`, { count: total })}
      </DialogTitle>
      <DialogContent>
        <DialogContentText role="status">
          {finished && report()}
          {running &&
            t('list.bulk.progress', {
              done: String(outcomes.size),
              total: String(total),
            })}
          {!finished && !running && t(`list.bulk.${action}.explain`)}
        </DialogContentText>
        <TextFrame>
          <ul className={classes.list}>
            {workspaces.map(workspace => (
              <BulkItem
                key={workspace.id}
                workspace={workspace}
                outcome={outcomes.get(workspace.id)}
                started={running || finished}
              />
            ))}
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
            {t(`list.bulk.${action}.start`)}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
