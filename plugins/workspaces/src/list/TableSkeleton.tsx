import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';

const useStyles = makeStyles(theme => ({
  row: {
    display: 'grid',
    gridTemplateColumns: '3fr 2fr 3fr 1fr 1fr',
    gap: theme.spacing(3),
    padding: theme.spacing(2),
    borderBottom: `1px solid ${theme.palette.divider}`,
  },
}));

/** The shape of rows that are being read. */
export function TableSkeleton(props: {
  readonly label: string;
  readonly rows?: number;
}) {
  const classes = useStyles();
  return (
    <div role="progressbar" aria-label={props.label}>
      {Array.from({ length: props.rows ?? 4 }, (_, row) => (
        <div key={row} className={classes.row} aria-hidden>
          {Array.from({ length: 5 }, (__, column) => (
            <Skeleton key={column} variant="text" />
          ))}
        </div>
      ))}
    </div>
  );
}
