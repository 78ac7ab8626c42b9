import { makeStyles, type Theme } from '@material-ui/core/styles';
import BuildIcon from '@material-ui/icons/Build';
import CancelIcon from '@material-ui/icons/Cancel';
import CheckCircleIcon from '@material-ui/icons/CheckCircle';
import RadioButtonUncheckedIcon from '@material-ui/icons/RadioButtonUnchecked';
import TimelapseIcon from '@material-ui/icons/Timelapse';
import type { Tone } from '../format/phases';
import { toneColor } from './tones';

const ICONS = {
  ok: CheckCircleIcon,
  working: TimelapseIcon,
  warning: BuildIcon,
  error: CancelIcon,
  muted: RadioButtonUncheckedIcon,
} as const;

const useStyles = makeStyles<Theme, { tone: Tone }>(theme => ({
  icon: {
    color: ({ tone }) => toneColor(theme, tone),
    fontSize: 18,
    flexShrink: 0,
  },
}));

/** Shape and colour of how something stands. Words beside it say the same. */
export function ToneIcon(props: { readonly tone: Tone }) {
  const classes = useStyles(props);
  const Icon = ICONS[props.tone];
  return <Icon className={classes.icon} aria-hidden />;
}
