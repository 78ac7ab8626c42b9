import { makeStyles } from '@material-ui/core/styles';
import type { Change } from '@team-workspaces/backstage-plugin-workspaces-common';
import { VisuallyHidden } from '../components';
import { useMessages } from '../hooks/useMessages';

const SYMBOLS: Readonly<Record<Change['action'], string>> = {
  create: '+',
  update: '~',
  adopt: '⇥',
  delete: '−',
};

const useStyles = makeStyles(theme => ({
  symbol: {
    fontFamily: 'monospace',
    fontWeight: 'bold',
    width: theme.spacing(2),
    textAlign: 'center',
    flexShrink: 0,
  },
}));

/** What happens to an object, as a sign and, for screen readers, a word. */
export function ChangeAction(props: { readonly action: Change['action'] }) {
  const classes = useStyles();
  const t = useMessages();
  const word = t(`plan.action.${props.action}`);
  return (
    <span className={classes.symbol} title={word}>
      <span aria-hidden>{SYMBOLS[props.action]}</span>
      <VisuallyHidden>{word}</VisuallyHidden>
    </span>
  );
}
