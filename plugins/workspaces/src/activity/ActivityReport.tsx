import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type {
  Activity,
  Change,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { CopyButton } from '../components';
import { readableRefs } from '../format/refs';
import { useMessages } from '../hooks/useMessages';
import { ChangeList } from '../plan';

const useStyles = makeStyles(theme => ({
  pre: {
    margin: 0,
    maxHeight: 320,
    overflow: 'auto',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontFamily: 'monospace',
    fontSize: theme.typography.body2.fontSize,
  },
  message: { whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
}));

/** The changes in a report; undefined when it has none. */
function changesOf(details: unknown): readonly Change[] | undefined {
  const changes =
    typeof details === 'object' && details !== null && 'changes' in details
      ? details.changes
      : undefined;
  const complete =
    Array.isArray(changes) &&
    changes.every(
      change => change?.object?.kind && Array.isArray(change.fields),
    );
  return complete ? (changes as Change[]) : undefined;
}

/** The whole message and report of one entry. */
export function ActivityReport(props: { readonly entry: Activity }) {
  const { message, details } = props.entry;
  const classes = useStyles();
  const t = useMessages();
  const changes = changesOf(details);
  const text = JSON.stringify(details, undefined, 2);
  return (
    <>
      <Typography variant="body2" className={classes.message}>
        {readableRefs(message)}
      </Typography>
      {changes && <ChangeList changes={changes} />}
      {!changes && details !== undefined && details !== null && (
        <>
          <pre className={classes.pre}>{text}</pre>
          <CopyButton text={text} what={t('activity.report')} />
        </>
      )}
    </>
  );
}
