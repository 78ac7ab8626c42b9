import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles } from '@material-ui/core/styles';
import { type ReactNode, useId, useState } from 'react';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { FailureNotice, GuardedButton, Notice, TextFrame } from '../components';
import { toFailure } from '../errors/toFailure';
import { useMessages } from '../hooks/useMessages';
import { TableSkeleton } from '../list/TableSkeleton';

const useStyles = makeStyles(theme => ({
  body: { display: 'grid', gap: theme.spacing(2), minWidth: 0 },
}));

/** What an {@link ImpactDialog} says. */
export interface ImpactDialogTexts {
  readonly title: string;
  readonly apply: string;
  readonly applying: string;
  /** Why it cannot be done while nothing is chosen. */
  readonly choose: string;
  readonly loading: string;
  readonly impactError: string;
  /** Title of the failure of the change itself. */
  readonly failed: string;
  /** Said when somebody else changed the workspace meanwhile. */
  readonly conflict: string;
}

/** Shows what a change does to people before it is made, and makes it only then. */
export function ImpactDialog<
  TImpact extends { readonly revision: number },
>(props: {
  readonly texts: ImpactDialogTexts;
  /** Whether the reader has chosen a change yet. */
  readonly chosen: boolean;
  readonly impact: {
    readonly value?: TImpact;
    readonly error?: Error;
    readonly loading: boolean;
    readonly retry: () => void;
  };
  readonly show: (impact: TImpact) => ReactNode;
  /** Why this change cannot be made. */
  readonly refusedBy?: (impact: TImpact) => string | undefined;
  readonly apply: (revision: number) => Promise<unknown>;
  readonly dangerous?: boolean;
  readonly onApplied: () => void;
  /** Called when somebody else changed the workspace meanwhile. */
  readonly onConflict?: () => void;
  readonly onClose: () => void;
  /** What is chosen here. */
  readonly children?: ReactNode;
}) {
  const { texts, chosen, apply, onApplied, onConflict, onClose } = props;
  const { value, error, loading, retry } = props.impact;
  const classes = useStyles();
  const t = useMessages();
  const titleId = useId();
  const [conflict, setConflict] = useState(false);
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
        onConflict?.();
        retry();
        return;
      }
      onApplied();
      onClose();
    },
    [apply, onApplied, onConflict, onClose, retry],
  );
  const ready = chosen && value && !loading && !error ? value : undefined;
  const why = () => {
    if (!chosen) {
      return texts.choose;
    }
    return ready ? props.refusedBy?.(ready) : texts.loading;
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
      <DialogTitle id={titleId}>{texts.title}</DialogTitle>
      <DialogContent dividers>
        <TextFrame>
          <div className={classes.body}>
            {props.children}
            {conflict && (
              <Notice tone="warning" urgent title={texts.conflict} />
            )}
            {chosen && loading && (
              <TableSkeleton label={texts.loading} rows={2} />
            )}
            {chosen && !loading && error && (
              <FailureNotice
                title={texts.impactError}
                error={error}
                onRetry={retry}
              />
            )}
            {ready && props.show(ready)}
            {applying.error && (
              <FailureNotice
                title={texts.failed}
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
          color="primary"
          dangerous={props.dangerous}
          denied={why()}
          disabled={applying.loading}
          onClick={() => ready && void start(ready.revision)}
        >
          {applying.loading ? texts.applying : texts.apply}
        </GuardedButton>
      </DialogActions>
    </Dialog>
  );
}
