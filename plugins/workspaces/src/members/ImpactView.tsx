import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { MemberImpact } from '@team-workspaces/backstage-plugin-workspaces-common';
import { useState } from 'react';
import { ProblemNotice, ToneIcon } from '../components';
import { useMessages } from '../hooks/useMessages';
import { ChangeCounts, ChangeList } from '../plan';
import { impactLines, losesSomething } from './impactLines';

/** People shown without being asked for. */
const FIRST = 8;

const useStyles = makeStyles(theme => ({
  root: { display: 'grid', gap: theme.spacing(1.5), minWidth: 0 },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    display: 'flex',
    gap: theme.spacing(1),
    padding: theme.spacing(0.25, 0),
  },
  namespaces: {
    fontFamily: 'monospace',
    color: theme.palette.text.secondary,
    overflowWrap: 'anywhere',
  },
}));

/** What a change does: to people, in sentences; to the cluster, counted. */
export function ImpactView(props: { readonly impact: MemberImpact }) {
  const { people, plan } = props.impact;
  const classes = useStyles();
  const t = useMessages();
  const [everybody, setEverybody] = useState(false);
  const [objects, setObjects] = useState(false);
  // Who loses something is what the reader must see first.
  const sorted = [...people].sort(
    (a, b) => Number(losesSomething(b)) - Number(losesSomething(a)),
  );
  const shown = everybody ? sorted : sorted.slice(0, FIRST);
  const rest = people.length - shown.length;
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
      {people.length === 0 && (
        <Typography variant="body2">{t('members.impact.nobody')}</Typography>
      )}
      <ul className={classes.list}>
        {shown.map(person => (
          <li key={person.ref} className={classes.item}>
            <ToneIcon tone={losesSomething(person) ? 'warning' : 'ok'} />
            <div>
              {impactLines(person, t).map(line => (
                <div key={line}>{line}</div>
              ))}
              {person.namespaces.length > 0 && (
                <div className={classes.namespaces}>
                  {person.namespaces.join(', ')}
                </div>
              )}
            </div>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <div>
          <Button size="small" onClick={() => setEverybody(true)}>
            {t('members.impact.more', { count: rest })}
          </Button>
        </div>
      )}
      {people.some(losesSomething) && (
        <Typography variant="body2">{t('members.impact.atOnce')}</Typography>
      )}
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
