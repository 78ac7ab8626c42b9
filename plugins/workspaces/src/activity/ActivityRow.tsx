import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import ExpandLessIcon from '@material-ui/icons/ExpandLess';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import type { Activity } from '@team-workspaces/backstage-plugin-workspaces-common';
import { useState } from 'react';
import { RelativeTime, ToneIcon } from '../components';
import type { Tone } from '../format/phases';
import { readableRefs } from '../format/refs';
import { firstSentence } from '../format/text';
import { useMessages } from '../hooks/useMessages';
import { ActivityActor } from './ActivityActor';
import { ActivityReport } from './ActivityReport';
import { actionName } from './actionName';

const TONES: Readonly<Record<Activity['result'], Tone>> = {
  success: 'ok',
  failure: 'error',
  info: 'muted',
};

const useStyles = makeStyles(theme => ({
  cell: {
    padding: theme.spacing(1),
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
  },
  when: { whiteSpace: 'nowrap' },
  result: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    whiteSpace: 'nowrap',
  },
}));

/** One entry: who, what, when, result; its report opens below. */
export function ActivityRow(props: { readonly entry: Activity }) {
  const { entry } = props;
  const classes = useStyles();
  const t = useMessages();
  const [open, setOpen] = useState(false);
  const action = actionName(entry.action, t);
  const short = firstSentence(entry.message);
  const hasReport =
    (entry.details !== undefined && entry.details !== null) ||
    short !== entry.message;
  return (
    <>
      <TableRow>
        <TableCell className={`${classes.cell} ${classes.when}`}>
          <RelativeTime at={entry.at} />
        </TableCell>
        <TableCell className={classes.cell}>
          <ActivityActor actor={entry.actor} />
        </TableCell>
        <TableCell className={classes.cell}>
          <strong>{action}</strong>
          <div>{readableRefs(short)}</div>
        </TableCell>
        <TableCell className={classes.cell}>
          <span className={classes.result}>
            <ToneIcon tone={TONES[entry.result]} />
            {t(`activity.results.${entry.result}`)}
          </span>
        </TableCell>
        <TableCell className={classes.cell}>
          {hasReport && (
            <IconButton
              size="small"
              aria-expanded={open}
              aria-label={t(
                open ? 'activity.hideReport' : 'activity.showReport',
                { action },
              )}
              onClick={() => setOpen(value => !value)}
            >
              {open ? <ExpandLessIcon /> : <ExpandMoreIcon />}
            </IconButton>
          )}
        </TableCell>
      </TableRow>
      {hasReport && open && (
        <TableRow>
          <TableCell colSpan={5} className={classes.cell}>
            <ActivityReport entry={entry} />
          </TableCell>
        </TableRow>
      )}
    </>
  );
}
