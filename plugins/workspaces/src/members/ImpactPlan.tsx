import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import type { Plan } from '@team-workspaces/backstage-plugin-workspaces-common';
import { useState } from 'react';
import { ProblemNotice } from '../components';
import { useMessages } from '../hooks/useMessages';
import { ChangeCounts, ChangeList } from '../plan';

/** What a change of people does to the cluster: counted, and every object on request. */
export function ImpactPlan(props: { readonly plan: Plan }) {
  const { changes, cluster, problems } = props.plan;
  const t = useMessages();
  const [open, setOpen] = useState(false);
  return (
    <div>
      {problems.map(problem => (
        <ProblemNotice
          key={`${problem.reason} ${problem.message}`}
          problem={problem}
        />
      ))}
      <Typography variant="subtitle2" component="h5">
        {changes.length === 0
          ? t('plan.none', { cluster })
          : t('plan.heading', { count: changes.length, cluster })}
      </Typography>
      <ChangeCounts changes={changes} />
      {changes.length > 0 && (
        <Button
          size="small"
          aria-expanded={open}
          onClick={() => setOpen(value => !value)}
        >
          {t(
            open ? 'members.impact.hideObjects' : 'members.impact.showObjects',
          )}
        </Button>
      )}
      {open && <ChangeList changes={changes} />}
    </div>
  );
}
