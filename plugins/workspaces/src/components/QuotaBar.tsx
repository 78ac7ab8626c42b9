import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { Tone } from '../format/phases';
import { toneColor } from './tones';

/** From this share on a quota is shown as nearly, and from 1 as wholly used. */
const NEARLY_FULL = 0.8;

function toneOf(ratio: number): Tone {
  if (ratio >= 1) {
    return 'error';
  }
  return ratio >= NEARLY_FULL ? 'warning' : 'working';
}

const useStyles = makeStyles<Theme, { tone: Tone }>(theme => ({
  root: {
    height: 8,
    borderRadius: 4,
    minWidth: 40,
    background: theme.palette.action.selected,
  },
  bar: { background: ({ tone }) => toneColor(theme, tone), borderRadius: 4 },
}));

/** How much of a quota is used. */
export function QuotaBar(props: {
  /** Used divided by hard. */
  readonly ratio: number;
  readonly label: string;
  readonly valueText: string;
}) {
  const { ratio, label, valueText } = props;
  const classes = useStyles({ tone: toneOf(ratio) });
  return (
    <LinearProgress
      classes={{ root: classes.root, bar: classes.bar }}
      variant="determinate"
      value={Math.min(100, Math.round(ratio * 100))}
      aria-label={label}
      aria-valuetext={valueText}
    />
  );
}
