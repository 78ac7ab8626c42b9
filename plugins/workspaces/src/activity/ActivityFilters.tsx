import MenuItem from '@material-ui/core/MenuItem';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import type { Activity } from '@team-workspaces/backstage-plugin-workspaces-common';
import { useId } from 'react';
import { isEntityRef, refText } from '../format/refs';
import { useMessages } from '../hooks/useMessages';
import { actionName } from './actionName';

/** Which entries are shown; an empty text means all. */
export interface ActivityFilter {
  readonly actor: string;
  readonly action: string;
}

/** The entries that a filter lets through. */
export function filterEntries(
  entries: readonly Activity[],
  { actor, action }: ActivityFilter,
): readonly Activity[] {
  return entries.filter(
    entry =>
      (!actor || entry.actor === actor) && (!action || entry.action === action),
  );
}

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1.5) },
  field: { minWidth: 160 },
}));

/** Chooses actor and kind of the entries shown, from those that occur. */
export function ActivityFilters(props: {
  readonly entries: readonly Activity[];
  readonly value: ActivityFilter;
  readonly onChange: (value: ActivityFilter) => void;
}) {
  const { entries, value, onChange } = props;
  const classes = useStyles();
  const t = useMessages();
  const id = useId();
  const actors = [...new Set(entries.map(({ actor }) => actor))].sort();
  const actions = [...new Set(entries.map(({ action }) => action))].sort();
  const nameOf = (actor: string) => {
    if (actor === 'system') {
      return t('activity.system');
    }
    return isEntityRef(actor) ? refText(actor) : actor;
  };
  const select = (
    field: keyof ActivityFilter,
    label: string,
    any: string,
    options: ReadonlyArray<{ readonly value: string; readonly label: string }>,
  ) => (
    <TextField
      select
      id={`${id}-${field}`}
      size="small"
      variant="outlined"
      className={classes.field}
      label={label}
      value={value[field]}
      InputLabelProps={{ shrink: true }}
      SelectProps={{ displayEmpty: true }}
      onChange={event => onChange({ ...value, [field]: event.target.value })}
    >
      <MenuItem value="">{any}</MenuItem>
      {options.map(option => (
        <MenuItem key={option.value} value={option.value}>
          {option.label}
        </MenuItem>
      ))}
    </TextField>
  );
  return (
    <div className={classes.root}>
      {select(
        'actor',
        t('activity.who'),
        t('activity.anyone'),
        actors.map(actor => ({ value: actor, label: nameOf(actor) })),
      )}
      {select(
        'action',
        t('activity.what'),
        t('activity.anything'),
        actions.map(action => ({
          value: action,
          label: actionName(action, t),
        })),
      )}
    </div>
  );
}
