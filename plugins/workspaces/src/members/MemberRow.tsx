import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import ExpandLessIcon from '@material-ui/icons/ExpandLess';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import type {
  Member,
  MemberRole,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { useId, useState } from 'react';
import { GuardedButton, RelativeTime, StateText } from '../components';
import { useMessages } from '../hooks/useMessages';
import { lastSignIn, memberAccounts } from './accountsText';
import { MemberName } from './MemberName';
import { MemberSource } from './MemberSource';
import { MemberTrouble } from './MemberTrouble';
import { PersonRow } from './PersonRow';
import { RoleSelect } from './RoleSelect';

const useStyles = makeStyles(theme => ({
  cell: {
    padding: theme.spacing(1.25, 0.75),
    verticalAlign: 'top',
    lineHeight: 1.4,
    // The theme breaks words anywhere, which leaves narrow columns without whole words.
    wordBreak: 'normal',
  },
  name: { overflowWrap: 'anywhere', minWidth: 138 },
  signIn: { minWidth: 62 },
  actions: { textAlign: 'right', whiteSpace: 'nowrap' },
  open: { '& > td, & > th': { borderBottom: 'none' } },
}));

/** One member: role, where it comes from, ServiceAccounts, last sign-in; a Group opens to its people. */
export function MemberRow(props: {
  readonly member: Member;
  readonly grantableRoles: readonly MemberRole[];
  /** Why the reader may change no member; undefined when some can be changed. */
  readonly denied?: string;
  readonly onRole: (role: MemberRole) => void;
  readonly onRemove: () => void;
}) {
  const { member, grantableRoles, denied, onRole, onRemove } = props;
  const classes = useStyles();
  const t = useMessages();
  const id = useId();
  const [open, setOpen] = useState(false);
  const { subject, title, role, people, state, changeable } = member;
  const why =
    denied ??
    (changeable ? undefined : member.problem ?? t('members.notChangeable'));
  const isGroup = subject.startsWith('group:');
  const signIn = lastSignIn(people);
  const lists = state === 'effective' && isGroup && people.length > 0;
  return (
    <>
      <TableRow className={open && lists ? classes.open : undefined}>
        <TableCell
          component="th"
          scope="row"
          className={`${classes.cell} ${classes.name}`}
        >
          <MemberName
            title={title}
            entityRef={subject}
            known={state !== 'unknown'}
          />
          {lists && (
            <Button
              size="small"
              startIcon={open ? <ExpandLessIcon /> : <ExpandMoreIcon />}
              aria-expanded={open}
              aria-label={t(
                open ? 'members.hidePeople' : 'members.showPeople',
                { name: title },
              )}
              onClick={() => setOpen(value => !value)}
            >
              {t('members.people', { count: people.length })}
            </Button>
          )}
          {state === 'effective' && isGroup && people.length === 0 && (
            <Typography variant="body2" color="textSecondary">
              {t('members.nobody')}
            </Typography>
          )}
          <MemberTrouble member={member} />
        </TableCell>
        <TableCell className={classes.cell}>
          {why ? (
            t(`common.role.${role}`)
          ) : (
            <RoleSelect
              id={`${id}-role`}
              label={t('members.roleOf', { name: title })}
              value={role}
              roles={grantableRoles}
              onChange={onRole}
            />
          )}
        </TableCell>
        <TableCell className={classes.cell}>
          <MemberSource member={member} />
        </TableCell>
        <TableCell className={classes.cell}>
          <StateText {...memberAccounts(member, t)} />
        </TableCell>
        <TableCell className={`${classes.cell} ${classes.signIn}`}>
          {signIn ? <RelativeTime at={signIn} /> : t('members.neverSignedIn')}
        </TableCell>
        <TableCell className={`${classes.cell} ${classes.actions}`}>
          <GuardedButton
            size="small"
            denied={why}
            aria-label={t('members.removeName', { name: title })}
            onClick={onRemove}
          >
            {t('members.remove')}
          </GuardedButton>
        </TableCell>
      </TableRow>
      {open &&
        lists &&
        people.map(person => (
          <PersonRow key={person.ref} person={person} rowRole={role} />
        ))}
    </>
  );
}
