import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { Plan } from '@team-workspaces/backstage-plugin-workspaces-common';
import { ProblemNotice } from '../components';
import { objectKey } from '../format/objects';
import { useMessages } from '../hooks/useMessages';
import { ChangeCounts } from './ChangeCounts';
import { ChangeList } from './ChangeList';

/** Writes from which on they are counted by kind first. */
const COUNT_FROM = 6;

const useStyles = makeStyles(theme => ({
  root: { display: 'grid', gap: theme.spacing(2), minWidth: 0 },
  list: { margin: 0, paddingLeft: theme.spacing(3) },
}));

/** What applying a plan would do, what stands in the way, and what stays behind. */
export function PlanView(props: { readonly plan: Plan }) {
  const { kind, cluster, changes, problems, leftBehind } = props.plan;
  const classes = useStyles();
  const t = useMessages();
  return (
    <div className={classes.root}>
      {problems.length > 0 && (
        <div className={classes.root}>
          <Typography variant="subtitle2" component="h4">
            {t('plan.problems')}
          </Typography>
          {problems.map(problem => (
            <ProblemNotice
              key={`${problem.reason} ${
                problem.object ? objectKey(problem.object) : problem.message
              }`}
              problem={problem}
            />
          ))}
        </div>
      )}
      <div>
        <Typography variant="subtitle1" component="h4">
          {changes.length === 0
            ? t('plan.none', { cluster })
            : t('plan.heading', { count: changes.length, cluster })}
        </Typography>
        {(changes.length >= COUNT_FROM || kind === 'delete') && (
          <ChangeCounts changes={changes} />
        )}
        <ChangeList changes={changes} />
      </div>
      {leftBehind.length > 0 && (
        <div>
          <Typography variant="subtitle2" component="h4">
            {t('plan.leftBehind')}
          </Typography>
          <ul className={classes.list}>
            {leftBehind.map(left => (
              <li key={left}>{left}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
