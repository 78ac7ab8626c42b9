import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import type { Plan } from '@team-workspaces/backstage-plugin-workspaces-common';
import { type ReactNode, useId } from 'react';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { FailureNotice, GuardedButton, TextFrame } from '../components';
import { useMessages } from '../hooks/useMessages';
import { TableSkeleton } from '../list/TableSkeleton';
import { PlanView } from './PlanView';

/** What the dialog shows and does. */
export interface PlanDialogProps {
  readonly title: string;
  /** Makes the plan; called again when somebody asks for it. */
  readonly load: () => Promise<Plan>;
  /** Does what the plan shows; the dialog closes when it succeeded. Left out where there is nothing to do. */
  readonly apply?: (plan: Plan) => Promise<unknown>;
  /** The text of the button that applies; undefined takes it away. */
  readonly applyLabel?: (plan: Plan) => string | undefined;
  /** Why the plan may not be applied; undefined when it may. */
  readonly denied?: (plan: Plan) => string | undefined;
  /** For what cannot be undone. */
  readonly dangerous?: boolean;
  /** What is asked for besides, such as a confirmation. */
  readonly children?: ReactNode;
  readonly onClose: () => void;
}

/** Shows a plan before anything is done, and does it only then. */
export function PlanDialog(props: PlanDialogProps) {
  const { title, load, apply, applyLabel, denied, dangerous, onClose } = props;
  const t = useMessages();
  const titleId = useId();
  const { value: plan, error, loading, retry } = useAsyncRetry(load, []);
  const [applying, start] = useAsyncFn(
    async (shown: Plan) => {
      await apply?.(shown);
      onClose();
    },
    [apply, onClose],
  );
  const label = plan && apply && applyLabel?.(plan);
  return (
    <Dialog
      open
      fullWidth
      maxWidth="md"
      scroll="paper"
      onClose={applying.loading ? undefined : onClose}
      aria-labelledby={titleId}
    >
      <DialogTitle id={titleId}>{title}</DialogTitle>
      <DialogContent dividers>
        <TextFrame>
          {loading && <TableSkeleton label={t('plan.loading')} rows={3} />}
          {!loading && error && (
            <FailureNotice
              title={t('plan.errorTitle')}
              error={error}
              onRetry={retry}
            />
          )}
          {!loading && plan && <PlanView plan={plan} />}
          {!loading && plan && props.children}
          {applying.error && (
            <FailureNotice
              title={t('plan.failedTitle')}
              error={applying.error}
              onRetry={retry}
              retryLabel={t('plan.again')}
            />
          )}
        </TextFrame>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} disabled={applying.loading}>
          {label ? t('common.cancel') : t('common.close')}
        </Button>
        {label && !loading && (
          <GuardedButton
            variant="contained"
            color="primary"
            dangerous={dangerous}
            denied={denied?.(plan)}
            disabled={applying.loading}
            onClick={() => void start(plan)}
          >
            {applying.loading ? t('plan.applying') : label}
          </GuardedButton>
        )}
      </DialogActions>
    </Dialog>
  );
}
