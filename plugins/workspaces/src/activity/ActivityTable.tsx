import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import type { Activity } from '@team-workspaces/backstage-plugin-workspaces-common';
import { VisuallyHidden } from '../components';
import { useMessages } from '../hooks/useMessages';
import { ActivityRow } from './ActivityRow';

const useStyles = makeStyles(theme => ({
  cell: { padding: theme.spacing(1) },
}));

/** Entries in rows, newest first. */
export function ActivityTable(props: {
  readonly entries: readonly Activity[];
  /** Whether others are being read. */
  readonly busy: boolean;
}) {
  const { entries, busy } = props;
  const classes = useStyles();
  const t = useMessages();
  return (
    <Table size="small" aria-label={t('activity.title')} aria-busy={busy}>
      <TableHead>
        <TableRow>
          {(['when', 'who', 'what', 'result'] as const).map(column => (
            <TableCell key={column} className={classes.cell}>
              {t(`activity.${column}`)}
            </TableCell>
          ))}
          <TableCell className={classes.cell}>
            <VisuallyHidden>{t('activity.report')}</VisuallyHidden>
          </TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {entries.map(entry => (
          <ActivityRow key={entry.id} entry={entry} />
        ))}
      </TableBody>
    </Table>
  );
}
