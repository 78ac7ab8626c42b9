import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import type { ReactNode } from 'react';
import { VisuallyHidden } from '../components';
import { useMessages } from '../hooks/useMessages';

const useStyles = makeStyles(theme => ({
  cell: { padding: theme.spacing(1, 0.75), wordBreak: 'normal' },
}));

/** The columns of members, above whatever rows are given. */
export function MemberTable(props: {
  readonly label: string;
  readonly children: ReactNode;
}) {
  const classes = useStyles();
  const t = useMessages();
  return (
    <Table size="small" aria-label={props.label}>
      <TableHead>
        <TableRow>
          {(['member', 'role', 'source', 'accounts', 'signIn'] as const).map(
            column => (
              <TableCell key={column} className={classes.cell}>
                {t(`members.columns.${column}`)}
              </TableCell>
            ),
          )}
          <TableCell className={classes.cell}>
            <VisuallyHidden>{t('members.columns.actions')}</VisuallyHidden>
          </TableCell>
        </TableRow>
      </TableHead>
      <TableBody>{props.children}</TableBody>
    </Table>
  );
}
