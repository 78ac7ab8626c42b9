import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { ToneIcon } from '../components';
import { useMessages } from '../hooks/useMessages';
import { impactLines, losesSomething, type PersonImpact } from './impactLines';

/** People shown without being asked for. */
const FIRST = 8;

const useStyles = makeStyles(theme => ({
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

/** What a change does to people, in sentences; who loses something comes first. */
export function ImpactPeople(props: {
  readonly people: readonly PersonImpact[];
}) {
  const { people } = props;
  const classes = useStyles();
  const t = useMessages();
  const [everybody, setEverybody] = useState(false);
  const sorted = [...people].sort(
    (a, b) => Number(losesSomething(b)) - Number(losesSomething(a)),
  );
  const shown = everybody ? sorted : sorted.slice(0, FIRST);
  const rest = people.length - shown.length;
  if (people.length === 0) {
    return (
      <Typography variant="body2">{t('members.impact.nobody')}</Typography>
    );
  }
  return (
    <>
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
    </>
  );
}
