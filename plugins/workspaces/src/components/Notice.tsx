import { makeStyles, type Theme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { ReactNode } from 'react';
import type { Tone } from '../format/phases';
import { ToneIcon } from './ToneIcon';
import { toneColor } from './tones';

const useStyles = makeStyles<Theme, { tone: Tone }>(theme => ({
  root: {
    display: 'flex',
    gap: theme.spacing(1.5),
    alignItems: 'flex-start',
    padding: theme.spacing(1.5, 2),
    background: theme.palette.background.paper,
    color: theme.palette.text.primary,
    borderRadius: theme.shape.borderRadius,
    border: `1px solid ${theme.palette.divider}`,
    borderLeft: ({ tone }) => `4px solid ${toneColor(theme, tone)}`,
  },
  body: { flex: 1, minWidth: 0, overflowWrap: 'anywhere' },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    marginTop: theme.spacing(1),
  },
}));

/** A sentence that matters, with what belongs to it and what can be done. */
export function Notice(props: {
  readonly tone: Tone;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** Read out as soon as it appears. */
  readonly urgent?: boolean;
}) {
  const classes = useStyles(props);
  return (
    <div className={classes.root} role={props.urgent ? 'alert' : undefined}>
      <ToneIcon tone={props.tone} />
      <div className={classes.body}>
        <Typography component="div" variant="body1">
          {props.title}
        </Typography>
        {props.children}
        {props.actions && (
          <div className={classes.actions}>{props.actions}</div>
        )}
      </div>
    </div>
  );
}
