import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { MemberImpact } from '@team-workspaces/backstage-plugin-workspaces-common';
import { useState } from 'react';
import { ProblemNotice } from '../components';
import { useMessages } from '../hooks/useMessages';
import { ChangeCounts, ChangeList } from '../plan';
import { ImpactPeople } from './ImpactPeople';

const useStyles = makeStyles(theme => ({
  root: { display: 'grid', gap: theme.spacing(1.5), minWidth: 0 },
}));

/** What a change does: to people, in sentences; to the cluster, counted. */
export function ImpactView(props: { readonly impact: MemberImpact }) {
  const { people, plan } = props.impact;
  const classes = useStyles();
  const t = useMessages();
  const [objects, setObjects] = useState(false);
  return (
    <div className={classes.root}>
      <Typography variant="subtitle1" component="h4">
        {t('members.impact.title')}
      </Typography>
      {plan.problems.map(problem => (
        <ProblemNotice
          key={`${problem.reason} ${problem.message}`}
          problem={problem}
        />
      ))}
      <ImpactPeople people={people} />
      <div>
        <Typography variant="subtitle2" component="h5">
          {plan.changes.length === 0
            ? t('plan.none', { cluster: plan.cluster })
            : t('plan.heading', {
                count: plan.changes.length,
                cluster: plan.cluster,
              })}
        </Typography>
        <ChangeCounts changes={plan.changes} />
        {plan.changes.length > 0 && (
          <Button
            size="small"
            aria-expanded={objects}
            onClick={() => setObjects(value => !value)}
          >
            {t(
              objects
                ? 'members.impact.hideObjects'
                : 'members.impact.showObjects',
            )}
          </Button>
        )}
        {objects && <ChangeList changes={plan.changes} />}
      </div>
    </div>
  );
}
