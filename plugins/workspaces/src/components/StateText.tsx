import { makeStyles } from '@material-ui/core/styles';
import { ToneIcon } from './ToneIcon';
import type { Tone } from '../format/phases';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'flex-start',
    gap: theme.spacing(0.75),
  },
}));

/** How something stands, as icon and words. */
export function StateText(props: {
  readonly tone: Tone;
  readonly text: string;
}) {
  const classes = useStyles();
  return (
    <span className={classes.root}>
      <ToneIcon tone={props.tone} />
      <span>{props.text}</span>
    </span>
  );
}
