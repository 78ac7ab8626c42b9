import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { Workspace } from '@team-workspaces/backstage-plugin-workspaces-common';
import { useId, useState } from 'react';
import { FailureNotice, GuardedButton, Notice, TextFrame } from '../components';
import { useMessages } from '../hooks/useMessages';
import { TableSkeleton } from '../list/TableSkeleton';
import {
  ImpactPeople,
  SubjectField,
  type Subject,
  type SubjectKind,
} from '../members';
import { useTransfer } from './useTransfer';

const KINDS: readonly SubjectKind[] = ['group'];

const useStyles = makeStyles(theme => ({
  body: { display: 'grid', gap: theme.spacing(2), minWidth: 0 },
}));

/** Finds the new owner, shows who gains and loses access, and gives the workspace only then. */
export function TransferDialog(props: {
  readonly workspace: Workspace;
  readonly onTransferred: () => void;
  readonly onClose: () => void;
}) {
  const { workspace, onTransferred, onClose } = props;
  const classes = useStyles();
  const t = useMessages();
  const titleId = useId();
  const [group, setGroup] = useState<Subject | null>(null);
  const { impact, conflict, transferring, transfer } = useTransfer({
    workspace,
    owner: group?.ref,
    onTransferred: () => {
      onTransferred();
      onClose();
    },
  });
  const { loading, error, retry } = impact;
  const ready = group && !loading && !error ? impact.value : undefined;
  const why = () => {
    if (!group) {
      return t('settings.transferChoose');
    }
    return ready ? undefined : t('settings.transferLoading');
  };
  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      scroll="paper"
      onClose={transferring.loading ? undefined : onClose}
      aria-labelledby={titleId}
    >
      <DialogTitle id={titleId}>
        {t('settings.transferDialog', { name: workspace.displayName })}
      </DialogTitle>
      <DialogContent dividers>
        <TextFrame>
          <div className={classes.body}>
            <SubjectField
              id="workspace-new-owner"
              label={t('settings.transferGroup')}
              kinds={KINDS}
              value={group}
              onChange={setGroup}
              denied={ref =>
                ref === workspace.owner
                  ? t('settings.transferOwnerAlready')
                  : undefined
              }
            />
            {conflict && (
              <Notice
                tone="warning"
                urgent
                title={t('settings.transferConflict')}
              />
            )}
            {group && loading && (
              <TableSkeleton label={t('settings.transferLoading')} rows={2} />
            )}
            {group && !loading && error && (
              <FailureNotice
                title={t('settings.transferImpactError')}
                error={error}
                onRetry={retry}
              />
            )}
            {ready && (
              <>
                <ImpactPeople people={ready.people} />
                <Typography variant="body2">
                  {t('settings.transferLeaves')}
                </Typography>
              </>
            )}
            {transferring.error && (
              <FailureNotice
                title={t('settings.transferFailed')}
                error={transferring.error}
                onRetry={retry}
                retryLabel={t('members.dialog.again')}
              />
            )}
          </div>
        </TextFrame>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} disabled={transferring.loading}>
          {t('common.cancel')}
        </Button>
        <GuardedButton
          variant="contained"
          color="secondary"
          denied={why()}
          disabled={transferring.loading}
          onClick={() => ready && void transfer(ready.revision)}
        >
          {transferring.loading && t('settings.transferring')}
          {!transferring.loading &&
            (group
              ? t('settings.transferNow', { group: group.title })
              : t('settings.transfer'))}
        </GuardedButton>
      </DialogActions>
    </Dialog>
  );
}
