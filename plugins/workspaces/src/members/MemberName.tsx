import { makeStyles } from '@material-ui/core/styles';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Identifier } from '../components';

const useStyles = makeStyles(theme => ({
  root: { overflowWrap: 'anywhere' },
  ref: { color: theme.palette.text.secondary },
}));

/** A person or Group as a link to the catalog, with the entity ref below. */
export function MemberName(props: {
  readonly title: string;
  readonly entityRef: string;
  /** What the catalog does not know cannot be linked. */
  readonly known?: boolean;
}) {
  const { title, entityRef, known = true } = props;
  const classes = useStyles();
  return (
    <div className={classes.root}>
      {known ? (
        <EntityRefLink entityRef={entityRef} hideIcon disableTooltip>
          {title}
        </EntityRefLink>
      ) : (
        title
      )}
      {title !== entityRef && (
        <div className={classes.ref}>
          <Identifier text={entityRef} />
        </div>
      )}
    </div>
  );
}
