import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import type { IamProofCase } from '@team-workspaces/backstage-plugin-workspaces-common';
import { useState } from 'react';
import { StateText } from '../components';
import { useMessages } from '../hooks/useMessages';
import { RequestFacts } from './RequestFacts';

/** Cases shown without being asked for. */
const FIRST = 40;

const useStyles = makeStyles(theme => ({
  cell: {
    padding: theme.spacing(0.75, 1),
    verticalAlign: 'top',
    lineHeight: 1.4,
    overflowWrap: 'anywhere',
  },
  decision: { whiteSpace: 'nowrap' },
  by: { minWidth: 140 },
}));

/** Requests that were evaluated: what must come out, what comes out, and which statement decides. */
export function ProofCases(props: { readonly cases: readonly IamProofCase[] }) {
  const { cases } = props;
  const classes = useStyles();
  const t = useMessages();
  const [all, setAll] = useState(false);
  const shown = all ? cases : cases.slice(0, FIRST);
  const rest = cases.length - shown.length;
  return (
    <>
      <Table size="small" aria-label={t('iam.proof.cases')}>
        <TableHead>
          <TableRow>
            {(['case', 'policy', 'expected', 'decided', 'by'] as const).map(
              column => (
                <TableCell key={column} className={classes.cell}>
                  {t(`iam.proof.${column}`)}
                </TableCell>
              ),
            )}
          </TableRow>
        </TableHead>
        <TableBody>
          {shown.map((item, position) => (
            <TableRow key={position}>
              <TableCell component="th" scope="row" className={classes.cell}>
                {item.title}
                <RequestFacts request={item.request} />
              </TableCell>
              <TableCell className={classes.cell}>
                {t(`iam.policy.${item.policy}`)}
              </TableCell>
              <TableCell className={`${classes.cell} ${classes.decision}`}>
                {t(`iam.proof.${item.expected}`)}
              </TableCell>
              <TableCell className={`${classes.cell} ${classes.decision}`}>
                <StateText
                  tone={item.expected === item.decided ? 'ok' : 'error'}
                  text={t(`iam.proof.${item.decided}`)}
                />
              </TableCell>
              <TableCell className={`${classes.cell} ${classes.by}`}>
                {item.statement ?? t('iam.proof.noStatement')}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {rest > 0 && (
        <Button size="small" onClick={() => setAll(true)}>
          {t('iam.proof.more', { count: rest })}
        </Button>
      )}
    </>
  );
}
