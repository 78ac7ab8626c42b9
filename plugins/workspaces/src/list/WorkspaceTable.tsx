import Checkbox from '@material-ui/core/Checkbox';
import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import TableSortLabel from '@material-ui/core/TableSortLabel';
import type { Workspace } from '@team-workspaces/backstage-plugin-workspaces-common';
import { useMessages } from '../hooks/useMessages';
import type { ListView, OrderBy } from './listQuery';
import { isSelectable } from './bulkActions';
import { WorkspaceRow } from './WorkspaceRow';

const useStyles = makeStyles(theme => ({
  cell: { padding: theme.spacing(1), whiteSpace: 'nowrap' },
  number: { textAlign: 'right' },
  // In narrow windows the reason of a failure needs the room.
  quota: { [theme.breakpoints.down('sm')]: { display: 'none' } },
}));

/** Rows of workspaces, to be ordered and, for those who may do something with several, selected. */
export function WorkspaceTable(props: {
  readonly workspaces: readonly Workspace[];
  readonly onRetry: (workspace: Workspace) => void;
  readonly showOwner?: boolean;
  readonly ordering?: Pick<ListView, 'orderBy' | 'order'> & {
    readonly onChange: (part: Pick<ListView, 'orderBy' | 'order'>) => void;
  };
  readonly selection?: {
    readonly ids: ReadonlySet<string>;
    readonly onChange: (ids: ReadonlySet<string>) => void;
  };
}) {
  const { workspaces, onRetry, ordering, selection, showOwner = true } = props;
  const classes = useStyles();
  const t = useMessages();
  const selectable = workspaces.filter(isSelectable);
  const selected = selectable.filter(({ id }) => selection?.ids.has(id));

  const heading = (column: OrderBy, label: string) => {
    const active = ordering?.orderBy === column;
    return (
      <TableCell
        className={classes.cell}
        sortDirection={active && ordering ? ordering.order : false}
      >
        {ordering ? (
          <TableSortLabel
            active={active}
            direction={active ? ordering.order : 'asc'}
            onClick={() =>
              ordering.onChange({
                orderBy: column,
                order: active && ordering.order === 'asc' ? 'desc' : 'asc',
              })
            }
          >
            {label}
          </TableSortLabel>
        ) : (
          label
        )}
      </TableCell>
    );
  };
  const select = (id: string, on: boolean) => {
    const ids = new Set(selection?.ids);
    if (on) {
      ids.add(id);
    } else {
      ids.delete(id);
    }
    selection?.onChange(ids);
  };

  return (
    <Table size="small" aria-label={t('list.tableLabel')}>
      <TableHead>
        <TableRow>
          {selection && (
            <TableCell padding="checkbox">
              <Checkbox
                size="small"
                color="primary"
                disabled={selectable.length === 0}
                indeterminate={
                  selected.length > 0 && selected.length < selectable.length
                }
                checked={
                  selected.length > 0 && selected.length === selectable.length
                }
                onChange={event =>
                  selection.onChange(
                    new Set(
                      event.target.checked
                        ? selectable.map(({ id }) => id)
                        : [],
                    ),
                  )
                }
                inputProps={{ 'aria-label': t('list.selectAll') }}
              />
            </TableCell>
          )}
          {heading('name', t('list.columns.name'))}
          {showOwner && heading('owner', t('list.columns.owner'))}
          {heading('phase', t('list.columns.phase'))}
          <TableCell className={`${classes.cell} ${classes.number}`}>
            {t('list.columns.members')}
          </TableCell>
          <TableCell className={`${classes.cell} ${classes.quota}`}>
            {t('list.columns.quota')}
          </TableCell>
          {heading('createdAt', t('list.columns.age'))}
        </TableRow>
      </TableHead>
      <TableBody>
        {workspaces.map(workspace => (
          <WorkspaceRow
            key={workspace.id}
            workspace={workspace}
            showOwner={showOwner}
            onRetry={onRetry}
            selection={
              selection && {
                selected: selection.ids.has(workspace.id),
                onChange: on => select(workspace.id, on),
              }
            }
          />
        ))}
      </TableBody>
    </Table>
  );
}
