import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { ToneIcon } from '../components';
import { toFailure } from '../errors/toFailure';
import type { Tone } from '../format/phases';
import { type Messages, useMessages } from '../hooks/useMessages';
import type { IdState } from './useIdCheck';

const TONES: Readonly<Record<IdState['kind'], Tone>> = {
  empty: 'muted',
  invalid: 'error',
  checking: 'working',
  free: 'ok',
  taken: 'error',
  unknown: 'warning',
};

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    minHeight: theme.spacing(4),
    fontSize: theme.typography.body2.fontSize,
  },
}));

function sentence({ kind, problems, error }: IdState, t: Messages): string {
  switch (kind) {
    case 'free':
      return t('fields.id.available');
    case 'checking':
      return t('fields.id.checking');
    case 'unknown':
      return t('fields.id.notChecked', {
        message: toFailure(error).message ?? t('common.unknownError'),
      });
    case 'taken':
      return problems.join(' ') || t('fields.id.taken');
    default:
      return problems.join(' ');
  }
}

/** Whether an id can be used, in words; of one that is taken with another one to use. */
export function IdStatus(props: {
  readonly state: IdState;
  /** An id to use instead of one that is taken. */
  readonly proposal: string;
  readonly onUse: (id: string) => void;
}) {
  const { state, proposal, onUse } = props;
  const classes = useStyles();
  const t = useMessages();
  return (
    <div className={classes.root}>
      <span role="status" className={classes.root}>
        {state.kind !== 'empty' && (
          <>
            <ToneIcon tone={TONES[state.kind]} />
            {sentence(state, t)}
          </>
        )}
      </span>
      {state.kind === 'taken' && (
        <Button size="small" variant="outlined" onClick={() => onUse(proposal)}>
          {t('fields.id.propose', { id: proposal })}
        </Button>
      )}
    </div>
  );
}
