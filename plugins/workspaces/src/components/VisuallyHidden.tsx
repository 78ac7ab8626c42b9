import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  hidden: {
    position: 'absolute',
    width: 1,
    height: 1,
    margin: -1,
    overflow: 'hidden',
    clip: 'rect(0 0 0 0)',
    whiteSpace: 'nowrap',
  },
});

/** Text for screen readers only. */
export function VisuallyHidden(props: {
  readonly children: ReactNode;
  /** `status` reads changes of the text out. */
  readonly role?: 'status';
}) {
  const classes = useStyles();
  return (
    <span className={classes.hidden} role={props.role}>
      {props.children}
    </span>
  );
}
