import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import type { ServiceAccount } from '@team-workspaces/backstage-plugin-workspaces-common';
import { useState } from 'react';
import { EntityLink, Identifier, StateText } from '../components';
import type { Tone } from '../format/phases';
import { useMessages } from '../hooks/useMessages';

const TONES: Readonly<Record<ServiceAccount['state'], Tone>> = {
  ready: 'ok',
  missing: 'warning',
  drifted: 'warning',
  foreign: 'warning',
  leaving: 'working',
};

/** Rows shown without being asked for. */
const FIRST = 50;

/** Characters of a role that are shown whole. */
const MAX_ROLE_LENGTH = 36;

const useStyles = makeStyles(theme => ({
  cell: {
    padding: theme.spacing(1),
    verticalAlign: 'top',
    lineHeight: 1.4,
    overflowWrap: 'anywhere',
  },
  state: { whiteSpace: 'nowrap' },
  person: { overflowWrap: 'normal', wordBreak: 'normal' },
}));

/** ServiceAccounts in rows. */
export function AccountTable(props: {
  readonly accounts: readonly ServiceAccount[];
}) {
  const { accounts } = props;
  const classes = useStyles();
  const t = useMessages();
  const [all, setAll] = useState(false);
  const shown = all ? accounts : accounts.slice(0, FIRST);
  return (
    <>
      <Table size="small" aria-label={t('iam.accounts.title')}>
        <TableHead>
          <TableRow>
            {(['name', 'namespace', 'person', 'state', 'role'] as const).map(
              column => (
                <TableCell key={column} className={classes.cell}>
                  {t(`iam.accounts.${column}`)}
                </TableCell>
              ),
            )}
          </TableRow>
        </TableHead>
        <TableBody>
          {shown.map(account => (
            <TableRow key={`${account.namespace}/${account.name}`}>
              <TableCell component="th" scope="row" className={classes.cell}>
                <Identifier text={account.name} />
              </TableCell>
              <TableCell className={classes.cell}>
                <Identifier text={account.namespace} />
              </TableCell>
              <TableCell className={`${classes.cell} ${classes.person}`}>
                {account.ref ? (
                  <EntityLink entityRef={account.ref} />
                ) : (
                  t(`iam.accounts.${account.shared ? 'shared' : 'notOurs'}`)
                )}
              </TableCell>
              <TableCell className={classes.cell}>
                <div className={classes.state}>
                  <StateText
                    tone={TONES[account.state]}
                    text={t(`iam.accounts.states.${account.state}`)}
                  />
                </div>
                {account.message && (
                  <Typography variant="body2">{account.message}</Typography>
                )}
              </TableCell>
              <TableCell className={classes.cell}>
                {account.roleArn ? (
                  <Identifier
                    text={account.roleArn}
                    maxLength={MAX_ROLE_LENGTH}
                  />
                ) : (
                  t('iam.accounts.noRole')
                )}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {shown.length < accounts.length && (
        <Button size="small" onClick={() => setAll(true)}>
          {t('iam.accounts.showAll', { total: String(accounts.length) })}
        </Button>
      )}
    </>
  );
}
