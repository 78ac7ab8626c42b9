import { makeStyles } from '@material-ui/core/styles';
import type { FieldDifference } from '@team-workspaces/backstage-plugin-workspaces-common';
import { VisuallyHidden } from '../components';
import { shortenMiddle, valueText } from '../format/text';
import { useMessages } from '../hooks/useMessages';

/** Longest value that is shown whole. */
const MAX_VALUE_LENGTH = 80;

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: theme.spacing(1),
    fontSize: theme.typography.body2.fontSize,
    overflowWrap: 'anywhere',
  },
  path: { fontFamily: 'monospace' },
  value: { fontFamily: 'monospace', fontWeight: 'bold' },
  quiet: { color: theme.palette.text.secondary },
}));

/** One field before and after. */
export function FieldChange(props: { readonly field: FieldDifference }) {
  const { path, before, after, manager } = props.field;
  const classes = useStyles();
  const t = useMessages();
  const show = (value: unknown) =>
    value === undefined || value === null ? (
      <span className={classes.quiet}>{t('plan.absent')}</span>
    ) : (
      <span className={classes.value} title={valueText(value)}>
        {shortenMiddle(valueText(value), MAX_VALUE_LENGTH)}
      </span>
    );
  return (
    <div className={classes.root}>
      <span className={classes.path}>{path}</span>
      {show(before)}
      <span>
        <span aria-hidden>→</span>
        <VisuallyHidden>{t('plan.becomes')}</VisuallyHidden>
      </span>
      {show(after)}
      {manager && (
        <span className={classes.quiet}>
          {t('plan.changedBy', { manager })}
        </span>
      )}
    </div>
  );
}
