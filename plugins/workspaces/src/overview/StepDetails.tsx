import { makeStyles } from '@material-ui/core/styles';
import type { Condition } from '@team-workspaces/backstage-plugin-workspaces-common';
import type { ReactNode } from 'react';
import { RelativeTime } from '../components';
import { objectPath } from '../format/objects';
import { useMessages } from '../hooks/useMessages';
import { ChangeList } from '../plan';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'max-content 1fr',
    columnGap: theme.spacing(2),
    rowGap: theme.spacing(0.5),
    margin: 0,
    fontSize: theme.typography.body2.fontSize,
    overflowWrap: 'anywhere',
  },
  term: { color: theme.palette.text.secondary },
  value: { margin: 0, minWidth: 0 },
}));

/** Everything that is known about a step, behind its row. */
export function StepDetails(props: {
  readonly condition: Condition;
  /** Titles of the steps that it needs. */
  readonly needs: readonly string[];
}) {
  const { condition, needs } = props;
  const classes = useStyles();
  const t = useMessages();
  const fact = (term: string, value: ReactNode) =>
    value ? (
      <>
        <dt className={classes.term}>{term}</dt>
        <dd className={classes.value}>{value}</dd>
      </>
    ) : null;
  const { object, startedAt, drift } = condition;
  return (
    <>
      <dl className={classes.root}>
        {fact(t('detail.steps.reason'), condition.reason)}
        {fact(
          t('detail.steps.object'),
          object && `${object.kind} ${objectPath(object)}`,
        )}
        {fact(t('detail.steps.needs'), needs.join(', '))}
        {fact(
          t('detail.steps.started'),
          startedAt && <RelativeTime at={startedAt} />,
        )}
        {fact(
          t('detail.steps.changed'),
          <RelativeTime at={condition.lastTransitionTime} />,
        )}
        {fact(
          t('detail.steps.essential'),
          condition.essential
            ? t('detail.steps.essentialYes')
            : t('detail.steps.essentialNo'),
        )}
      </dl>
      {drift && drift.length > 0 && <ChangeList changes={drift} />}
    </>
  );
}
