import { makeStyles } from '@material-ui/core/styles';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import type {
  MemberPerson,
  MemberRole,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import classNames from 'classnames';
import { EntityLink, RelativeTime, StateText } from '../components';
import { refsText } from '../format/refs';
import { useMessages } from '../hooks/useMessages';
import { personAccounts } from './accountsText';
import { MemberName } from './MemberName';

const useStyles = makeStyles(theme => ({
  cell: {
    padding: theme.spacing(0.75),
    verticalAlign: 'top',
    lineHeight: 1.4,
    // The theme breaks words anywhere, which leaves narrow columns without whole words.
    wordBreak: 'normal',
  },
  name: { overflowWrap: 'anywhere', minWidth: 138 },
  first: { paddingLeft: theme.spacing(4) },
}));

/** Somebody whom a Group brings in: through which Groups, and what they have. */
export function PersonRow(props: {
  readonly person: MemberPerson;
  /** The role that the row above gives; undefined where there is none. */
  readonly rowRole?: MemberRole;
  /** For somebody who is no member any more: without a role, and under no other row. */
  readonly leaving?: boolean;
}) {
  const { person, rowRole, leaving } = props;
  const classes = useStyles();
  const t = useMessages();
  const role = t(`common.role.${person.role ?? 'none'}`);
  const accounts = personAccounts(person, t);
  const roleText = () => {
    if (leaving) {
      return t('common.role.none');
    }
    return !rowRole || rowRole === person.role
      ? role
      : t('members.otherRole', { role });
  };
  // The first Group is the row above.
  const between = person.via.slice(1);
  return (
    <TableRow>
      <TableCell
        component="th"
        scope="row"
        className={classNames(
          classes.cell,
          classes.name,
          !leaving && classes.first,
        )}
      >
        <MemberName title={person.title} entityRef={person.ref} />
      </TableCell>
      <TableCell className={classes.cell}>{roleText()}</TableCell>
      <TableCell className={classes.cell}>
        {person.via.length === 0 && '–'}
        {person.via.length === 1 && <EntityLink entityRef={person.via[0]} />}
        {between.length > 0 &&
          t('members.via', { groups: refsText(person.via) })}
      </TableCell>
      <TableCell className={classes.cell}>
        <StateText {...accounts} />
      </TableCell>
      <TableCell className={classes.cell}>
        {person.lastSignInAt ? (
          <RelativeTime at={person.lastSignInAt} />
        ) : (
          t('members.neverSignedIn')
        )}
      </TableCell>
      <TableCell className={classes.cell} />
    </TableRow>
  );
}
