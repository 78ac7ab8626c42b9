import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles } from '@material-ui/core/styles';
import type {
  MemberList,
  PreviewMemberRequest,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { type ReactNode, useId, useState } from 'react';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { FailureNotice, GuardedButton, Notice, TextFrame } from '../components';
import { toFailure } from '../errors/toFailure';
import { useMessages } from '../hooks/useMessages';
import { TableSkeleton } from '../list/TableSkeleton';
import { ImpactView } from './ImpactView';
import { useImpact } from './useImpact';

const useStyles = makeStyles(theme => ({
  body: { display: 'grid', gap: theme.spacing(2), minWidth: 0 },
}));

/** Shows what a change of the members does before it is made, and makes it only then. */
export function MemberDialog(props: {
  readonly workspaceId: string;
  readonly title: string;
  /** The change; undefined while the reader has not chosen one. */
  readonly change?: PreviewMemberRequest;
  readonly apply: (revision: number) => Promise<MemberList>;
  readonly applyLabel: string;
  readonly dangerous?: boolean;
  readonly onApplied: () => void;
  /** Called when somebody else changed the members meanwhile. */
  readonly onConflict: () => void;
  readonly onClose: () => void;
  /** What is chosen here. */
  readonly children?: ReactNode;
}) {
  const { workspaceId, change, apply, onApplied, onConflict, onClose } = props;
  const classes = useStyles();
  const t = useMessages();
  const titleId = useId();
  const [conflict, setConflict] = useState(false);
  const { value, error, loading, retry } = useImpact(workspaceId, change);
  const [applying, start] = useAsyncFn(
    async (revision: number) => {
      setConflict(false);
      try {
        await apply(revision);
      } catch (failure) {
        if (toFailure(failure).code !== 'RevisionConflict') {
          throw failure;
        }
        setConflict(true);
        onConflict();
        retry();
        return;
      }
      onApplied();
      onClose();
    },
    [apply, onApplied, onConflict, onClose, retry],
  );
  const ready = change && value && !loading && !error ? value : undefined;
  const refused = ready?.impact.plan.problems[0]?.message;
  const why = () => {
    if (!change) {
      return t('members.dialog.choose');
    }
    return ready ? refused : t('members.impact.loading');
  };
  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      scroll="paper"
      onClose={applying.loading ? undefined : onClose}
      aria-labelledby={titleId}
    >
      <DialogTitle id={titleId}>{props.title}</DialogTitle>
      <DialogContent dividers>
        <TextFrame>
          <div className={classes.body}>
            {props.children}
            {conflict && (
              <Notice
                tone="warning"
                urgent
                title={t('members.dialog.conflict')}
              />
            )}
            {change && loading && (
              <TableSkeleton label={t('members.impact.loading')} rows={2} />
            )}
            {change && !loading && error && (
              <FailureNotice
                title={t('members.impact.errorTitle')}
                error={error}
                onRetry={retry}
              />
            )}
            {ready && <ImpactView impact={ready.impact} />}
            {applying.error && (
              <FailureNotice
                title={t('members.dialog.failed')}
                error={applying.error}
                onRetry={retry}
                retryLabel={t('members.dialog.again')}
              />
            )}
          </div>
        </TextFrame>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} disabled={applying.loading}>
          {t('common.cancel')}
        </Button>
        <GuardedButton
          variant="contained"
          color={props.dangerous ? 'secondary' : 'primary'}
          denied={why()}
          disabled={applying.loading}
          onClick={() => ready && void start(ready.revision)}
        >
          {applying.loading ? t('members.dialog.working') : props.applyLabel}
        </GuardedButton>
      </DialogActions>
    </Dialog>
  );
}
