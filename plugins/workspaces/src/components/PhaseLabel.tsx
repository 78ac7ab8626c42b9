import { makeStyles } from '@material-ui/core/styles';
import type { Phase } from '@team-workspaces/backstage-plugin-workspaces-common';
import { PHASE_TONES } from '../format/phases';
import { useMessages } from '../hooks/useMessages';
import { ToneIcon } from './ToneIcon';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    whiteSpace: 'nowrap',
  },
}));

/** A phase as word, icon and colour. */
export function PhaseLabel(props: { readonly phase: Phase }) {
  const classes = useStyles();
  const t = useMessages();
  return (
    <span className={classes.root}>
      <ToneIcon tone={PHASE_TONES[props.phase]} />
      <span>{t(`common.phase.${props.phase}`)}</span>
    </span>
  );
}
