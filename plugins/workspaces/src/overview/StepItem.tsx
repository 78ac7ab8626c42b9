import ButtonBase from '@material-ui/core/ButtonBase';
import Collapse from '@material-ui/core/Collapse';
import { makeStyles } from '@material-ui/core/styles';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import type {
  Condition,
  Workspace,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import classNames from 'classnames';
import { useId, useState } from 'react';
import { ToneIcon, VisuallyHidden } from '../components';
import { type StepState, stepState, type Tone } from '../format/phases';
import { useMessages } from '../hooks/useMessages';
import { StepDetails } from './StepDetails';
import { StepDuration } from './StepDuration';
import { StepProblem } from './StepProblem';
import { useChangeCount } from './useChangeCount';

const TONES: Readonly<Record<StepState, Tone>> = {
  done: 'ok',
  working: 'working',
  failed: 'error',
  waiting: 'muted',
};

const useStyles = makeStyles(theme => ({
  '@keyframes changedOnce': {
    from: { backgroundColor: theme.palette.action.focus },
    to: { backgroundColor: 'transparent' },
  },
  '@keyframes changedAgain': {
    from: { backgroundColor: theme.palette.action.focus },
    to: { backgroundColor: 'transparent' },
  },
  root: { borderBottom: `1px solid ${theme.palette.divider}` },
  // Two names for one movement: a new name starts it anew without taking the row out of the page.
  odd: { animation: '$changedOnce 2s ease-out' },
  even: { animation: '$changedAgain 2s ease-out' },
  still: { '@media (prefers-reduced-motion: reduce)': { animation: 'none' } },
  row: {
    width: '100%',
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) auto auto 24px',
    gap: theme.spacing(1.5),
    justifyContent: 'stretch',
    textAlign: 'left',
    font: 'inherit',
    padding: theme.spacing(1, 0.5),
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
  quiet: {
    color: theme.palette.text.secondary,
    fontSize: theme.typography.body2.fontSize,
  },
  below: { padding: theme.spacing(0, 0.5, 1, 4.75) },
  open: { transform: 'rotate(180deg)' },
}));

/** One step: sign, title, how far it is and how long it took; the rest opens below. */
export function StepItem(props: {
  readonly workspace: Workspace;
  readonly condition: Condition;
  readonly onChanged: () => void;
}) {
  const { workspace, condition, onChanged } = props;
  const { title, done, total, dependsOn } = condition;
  const classes = useStyles();
  const t = useMessages();
  const detailsId = useId();
  const [open, setOpen] = useState(false);
  const state = stepState(condition);
  const changes = useChangeCount(`${condition.status} ${condition.reason}`);
  const needed = workspace.conditions.filter(({ type }) =>
    dependsOn.includes(type),
  );
  const missing = needed.filter(({ status }) => status !== 'True');
  const count =
    state === 'waiting' && missing.length > 0
      ? t('detail.steps.waitsFor', {
          steps: missing.map(step => step.title).join(', '),
        })
      : total !== undefined &&
        t('detail.steps.count', {
          done: String(done ?? 0),
          total: String(total),
        });
  return (
    <li
      className={classNames(classes.root, {
        [classes.odd]: changes % 2 === 1,
        [classes.even]: changes > 0 && changes % 2 === 0,
        [classes.still]: changes > 0,
      })}
    >
      <ButtonBase
        className={classes.row}
        aria-expanded={open}
        aria-controls={open ? detailsId : undefined}
        onClick={() => setOpen(value => !value)}
      >
        <ToneIcon tone={TONES[state]} />
        <span>
          {title}
          <VisuallyHidden>: {t(`detail.steps.${state}`)}</VisuallyHidden>
        </span>
        <span className={classes.quiet}>{count}</span>
        <span className={classes.quiet}>
          <StepDuration condition={condition} />
        </span>
        <ExpandMoreIcon
          fontSize="small"
          aria-hidden
          className={classNames({ [classes.open]: open })}
        />
      </ButtonBase>
      {state === 'failed' && (
        <div className={classes.below}>
          <StepProblem
            workspace={workspace}
            condition={condition}
            onChanged={onChanged}
          />
        </div>
      )}
      <Collapse in={open} unmountOnExit>
        <div className={classes.below} id={detailsId}>
          {state !== 'failed' && (
            <p className={classes.quiet}>{condition.message}</p>
          )}
          <StepDetails
            condition={condition}
            needs={needed.map(step => step.title)}
          />
        </div>
      </Collapse>
    </li>
  );
}
