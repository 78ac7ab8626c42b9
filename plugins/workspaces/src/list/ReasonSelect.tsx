import MenuItem from '@material-ui/core/MenuItem';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import {
  REASONS,
  type Reason,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { useId } from 'react';
import { useMessages } from '../hooks/useMessages';

/** Reasons for which a step of a workspace can fail. */
const FAILURE_REASONS: readonly Reason[] = [
  'ClusterUnreachable',
  'ClusterUnavailable',
  'ClusterUnauthorized',
  'ClusterNotConfigured',
  'RbacInsufficient',
  'RequestTimeout',
  'TooManyRequests',
  'ObjectInvalid',
  'ObjectConflict',
  'AdmissionDenied',
  'NamespaceConflict',
  'NamespaceOwnedByOther',
  'NamespaceRecreated',
  'NamespaceTerminating',
  'NamespaceStuckTerminating',
  'DriftDetected',
  'InternalError',
];

const useStyles = makeStyles({ root: { minWidth: 120, maxWidth: 220 } });

/** Filters by why a step failed; each code with what it means. */
export function ReasonSelect(props: {
  readonly value: string;
  readonly onChange: (reason: string) => void;
}) {
  const classes = useStyles();
  const t = useMessages();
  const id = useId();
  return (
    <TextField
      select
      id={id}
      variant="outlined"
      size="small"
      className={classes.root}
      label={t('list.reason')}
      value={props.value}
      onChange={event => props.onChange(event.target.value)}
      SelectProps={{ renderValue: value => String(value) }}
    >
      <MenuItem value="" dense>
        {t('list.any')}
      </MenuItem>
      {FAILURE_REASONS.map(reason => (
        <MenuItem key={reason} value={reason} dense>
          {reason}: {REASONS[reason]}
        </MenuItem>
      ))}
    </TextField>
  );
}
