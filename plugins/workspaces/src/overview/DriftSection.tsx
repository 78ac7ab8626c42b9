import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import type { Workspace } from '@team-workspaces/backstage-plugin-workspaces-common';
import { RelativeTime, Section } from '../components';
import { useMessages } from '../hooks/useMessages';
import { RepairButton } from '../plan';
import { driftRows } from './driftRows';
import { RepairNowButton } from './RepairNowButton';

const useStyles = makeStyles(theme => ({
  cell: {
    padding: theme.spacing(1),
    overflowWrap: 'anywhere',
    verticalAlign: 'top',
  },
  value: { fontFamily: 'monospace', minWidth: 72 },
  actions: {
    display: 'flex',
    gap: theme.spacing(1),
    marginTop: theme.spacing(2),
  },
}));

/** What differs from what it should be: where, how, by whom and since when; with the ways to repair it. */
export function DriftSection(props: {
  readonly workspace: Workspace;
  readonly onChanged: () => void;
}) {
  const { workspace, onChanged } = props;
  const classes = useStyles();
  const t = useMessages();
  const rows = driftRows(workspace, t);
  if (rows.length === 0) {
    return null;
  }
  return (
    <Section title={t('detail.drift.title')}>
      <Typography variant="body2">{t('detail.drift.explain')}</Typography>
      <Table size="small">
        <TableHead>
          <TableRow>
            {(['object', 'field', 'should', 'is', 'by'] as const).map(
              column => (
                <TableCell key={column} className={classes.cell}>
                  {t(`detail.drift.${column}`)}
                </TableCell>
              ),
            )}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(row => (
            <TableRow key={row.key}>
              <TableCell className={classes.cell}>{row.object}</TableCell>
              <TableCell className={`${classes.cell} ${classes.value}`}>
                {row.field}
              </TableCell>
              <TableCell className={`${classes.cell} ${classes.value}`}>
                {row.should}
              </TableCell>
              <TableCell className={`${classes.cell} ${classes.value}`}>
                {row.is}
              </TableCell>
              <TableCell className={classes.cell}>
                {row.manager}
                {row.at && (
                  <>
                    {' '}
                    <RelativeTime at={row.at} />
                  </>
                )}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <div className={classes.actions}>
        <RepairNowButton workspace={workspace} onRepaired={onChanged} />
        <RepairButton
          workspace={workspace}
          label={t('detail.drift.showPlan')}
          onApplied={onChanged}
        />
      </div>
    </Section>
  );
}
