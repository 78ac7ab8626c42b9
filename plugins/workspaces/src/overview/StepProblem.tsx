import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type {
  Condition,
  Workspace,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { CopyButton, RawAnswer } from '../components';
import { useMessages } from '../hooks/useMessages';
import { AdoptButton } from '../plan';

/** Reasons that adopting the namespace can put right. */
const ADOPTABLE = ['NamespaceConflict', 'NamespaceRecreated'];

const useStyles = makeStyles(theme => ({
  message: { overflowWrap: 'anywhere' },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
    marginTop: theme.spacing(0.5),
  },
}));

/** Why a step failed, what to do about it, and the answer of the cluster. */
export function StepProblem(props: {
  readonly workspace: Workspace;
  readonly condition: Condition;
  readonly onChanged: () => void;
}) {
  const { workspace, condition, onChanged } = props;
  const { reason, message, hint, raw } = condition;
  const classes = useStyles();
  const t = useMessages();
  return (
    <div>
      <Typography variant="body2" className={classes.message}>
        {message}
        <CopyButton
          text={[`${reason}: ${message}`, hint].filter(Boolean).join('\n')}
          what={t('detail.steps.copyProblem')}
        />
      </Typography>
      {hint && (
        <Typography variant="body2" className={classes.message}>
          <strong>{t('common.whatToDo')}</strong> {hint}
        </Typography>
      )}
      <div className={classes.actions}>
        {ADOPTABLE.includes(reason) && (
          <AdoptButton
            workspace={workspace}
            label={t('detail.steps.adopt')}
            onApplied={onChanged}
          />
        )}
        {raw && <RawAnswer raw={raw} />}
      </div>
    </div>
  );
}
