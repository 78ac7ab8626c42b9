import MenuItem from '@material-ui/core/MenuItem';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import type { ActivityFilters } from '@team-workspaces/backstage-plugin-workspaces-common';
import { useId } from 'react';
import { SearchField } from '../components';
import { isEntityRef, refText } from '../format/refs';
import { useMessages } from '../hooks/useMessages';
import { actionName } from './actionName';
import type { ActivityFilter } from './useActivity';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1.5),
    marginBottom: theme.spacing(1.5),
  },
  field: { minWidth: 130, maxWidth: 240 },
}));

/** Chooses actor, kind and text of the entries that are shown. */
export function ActivityFilterBar(props: {
  readonly options: ActivityFilters;
  readonly value: ActivityFilter;
  readonly onChange: (value: ActivityFilter) => void;
}) {
  const { options, value, onChange } = props;
  const classes = useStyles();
  const t = useMessages();
  const id = useId();
  const nameOf = (actor: string) => {
    if (actor === 'system') {
      return t('activity.system');
    }
    if (actor.startsWith('plugin:')) {
      return t('activity.plugin', { name: actor.slice('plugin:'.length) });
    }
    return isEntityRef(actor) ? refText(actor) : actor;
  };
  const select = (
    field: 'actor' | 'action',
    label: string,
    any: string,
    choices: ReadonlyArray<{ readonly value: string; readonly label: string }>,
  ) => (
    <TextField
      select
      id={`${id}-${field}`}
      size="small"
      variant="outlined"
      className={classes.field}
      label={label}
      value={value[field] ?? ''}
      InputLabelProps={{ shrink: true }}
      SelectProps={{ displayEmpty: true }}
      onChange={({ target }) =>
        onChange({ ...value, [field]: target.value || undefined })
      }
    >
      <MenuItem value="">{any}</MenuItem>
      {choices.map(choice => (
        <MenuItem key={choice.value} value={choice.value}>
          {choice.label}
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
        options.actors.map(actor => ({ value: actor, label: nameOf(actor) })),
      )}
      {select(
        'action',
        t('activity.what'),
        t('activity.anything'),
        options.actions.map(action => ({
          value: action,
          label: actionName(action, t),
        })),
      )}
      <SearchField
        label={t('activity.search')}
        value={value.q ?? ''}
        onChange={q => onChange({ ...value, q: q || undefined })}
      />
    </div>
  );
}
