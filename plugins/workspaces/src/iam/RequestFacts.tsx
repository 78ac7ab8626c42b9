import { makeStyles } from '@material-ui/core/styles';
import { Fragment } from 'react';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'max-content 1fr',
    columnGap: theme.spacing(1),
    margin: 0,
    color: theme.palette.text.secondary,
    overflowWrap: 'anywhere',
  },
  value: { margin: 0, fontFamily: 'monospace', minWidth: 0 },
}));

/** A request to AWS, such as action, resource, `sub` and `aud`. */
export function RequestFacts(props: {
  readonly request: Readonly<Record<string, string>>;
}) {
  const classes = useStyles();
  return (
    <dl className={classes.root}>
      {Object.entries(props.request).map(([key, value]) => (
        <Fragment key={key}>
          <dt>{key}</dt>
          <dd className={classes.value}>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
