import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import type { Change } from '@team-workspaces/backstage-plugin-workspaces-common';
import { useState } from 'react';
import { objectKey } from '../format/objects';
import { useMessages } from '../hooks/useMessages';
import { ChangeItem } from './ChangeItem';

/** Changes shown without being asked for. */
const FIRST = 12;

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
});

/** The writes of a plan, in the order in which they are made. */
export function ChangeList(props: { readonly changes: readonly Change[] }) {
  const { changes } = props;
  const classes = useStyles();
  const t = useMessages();
  const [all, setAll] = useState(false);
  const shown = all ? changes : changes.slice(0, FIRST);
  const rest = changes.length - shown.length;
  return (
    <>
      <ul className={classes.list}>
        {shown.map(change => (
          <ChangeItem
            key={`${change.action} ${objectKey(change.object)}`}
            change={change}
          />
        ))}
      </ul>
      {rest > 0 && (
        <Button size="small" onClick={() => setAll(true)}>
          {t('plan.more', { count: rest })}
        </Button>
      )}
    </>
  );
}
