import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

const useStyles = makeStyles(theme => ({
  root: { ...theme.typography.body2, minWidth: 0 },
}));

/** Gives text the type of the theme wherever a page, a dialog or a form around it sets another. */
export function TextFrame(props: { readonly children: ReactNode }) {
  const classes = useStyles();
  return <div className={classes.root}>{props.children}</div>;
}
