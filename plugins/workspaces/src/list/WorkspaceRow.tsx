import Checkbox from '@material-ui/core/Checkbox';
import Chip from '@material-ui/core/Chip';
import { makeStyles } from '@material-ui/core/styles';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import type { Workspace } from '@team-workspaces/backstage-plugin-workspaces-common';
import { EntityLink, Identifier, RelativeTime } from '../components';
import { useMessages } from '../hooks/useMessages';
import { isSelectable } from './bulkActions';
import { PhaseCell } from './PhaseCell';
import { QuotaCell } from './QuotaCell';
import { WorkspaceLink } from './WorkspaceLink';

const useStyles = makeStyles(theme => ({
  name: {
    fontWeight: 'bold',
    overflowWrap: 'anywhere',
  },
  badge: { margin: theme.spacing(0, 0, 0, 1) },
  top: { verticalAlign: 'top', padding: theme.spacing(1.5, 1) },
  select: { verticalAlign: 'top', paddingTop: theme.spacing(0.5) },
  nameCell: { minWidth: 140 },
  quota: {
    width: 96,
    [theme.breakpoints.down('sm')]: { display: 'none' },
  },
  number: { textAlign: 'right' },
  age: { whiteSpace: 'nowrap' },
}));

/** One workspace in a list. */
export function WorkspaceRow(props: {
  readonly workspace: Workspace;
  readonly showOwner: boolean;
  readonly onRetry: (workspace: Workspace) => void;
  /** Present where rows can be selected. */
  readonly selection?: {
    readonly selected: boolean;
    readonly onChange: (selected: boolean) => void;
  };
}) {
  const { workspace, showOwner, onRetry, selection } = props;
  const classes = useStyles();
  const t = useMessages();
  return (
    <TableRow hover aria-selected={selection?.selected}>
      {selection && (
        <TableCell padding="checkbox" className={classes.select}>
          {isSelectable(workspace) && (
            <Checkbox
              size="small"
              color="primary"
              checked={selection.selected}
              onChange={event => selection.onChange(event.target.checked)}
              inputProps={{
                'aria-label': t('list.selectRow', {
                  name: workspace.displayName,
                }),
              }}
            />
          )}
        </TableCell>
      )}
      <TableCell
        component="th"
        scope="row"
        className={`${classes.top} ${classes.nameCell}`}
      >
        <div className={classes.name}>
          <WorkspaceLink id={workspace.id}>
            {workspace.displayName}
          </WorkspaceLink>
          {workspace.isDefault && (
            <Chip
              size="small"
              variant="outlined"
              className={classes.badge}
              label={t('list.defaultBadge')}
            />
          )}
        </div>
        <Identifier text={workspace.id} />
      </TableCell>
      {showOwner && (
        <TableCell className={classes.top}>
          {workspace.owner ? <EntityLink entityRef={workspace.owner} /> : '–'}
        </TableCell>
      )}
      <TableCell className={classes.top}>
        <PhaseCell workspace={workspace} onRetry={onRetry} />
      </TableCell>
      <TableCell className={`${classes.top} ${classes.number}`}>
        {workspace.memberCount}
      </TableCell>
      <TableCell className={`${classes.top} ${classes.quota}`}>
        <QuotaCell workspace={workspace} />
      </TableCell>
      <TableCell className={`${classes.top} ${classes.age}`}>
        <RelativeTime at={workspace.createdAt} form="age" />
      </TableCell>
    </TableRow>
  );
}
