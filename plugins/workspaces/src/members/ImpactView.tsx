import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { MemberImpact } from '@team-workspaces/backstage-plugin-workspaces-common';
import { useMessages } from '../hooks/useMessages';
import { ImpactPeople } from './ImpactPeople';
import { ImpactPlan } from './ImpactPlan';

const useStyles = makeStyles(theme => ({
  root: { display: 'grid', gap: theme.spacing(1.5), minWidth: 0 },
}));

/** What a change does: to people, in sentences; to the cluster, counted. */
export function ImpactView(props: { readonly impact: MemberImpact }) {
  const { people, plan } = props.impact;
  const classes = useStyles();
  const t = useMessages();
  return (
    <div className={classes.root}>
      <Typography variant="subtitle1" component="h4">
        {t('members.impact.title')}
      </Typography>
      <ImpactPeople people={people} />
      <ImpactPlan plan={plan} />
    </div>
  );
}
