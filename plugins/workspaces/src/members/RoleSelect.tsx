import ListItemText from '@material-ui/core/ListItemText';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import type { MemberRole } from '@team-workspaces/backstage-plugin-workspaces-common';
import type { ReactNode } from 'react';
import { useMessages } from '../hooks/useMessages';

/** Chooses a role; what each may do stands beside it. */
export function RoleSelect(props: {
  readonly id: string;
  readonly label: string;
  /** Shows the label above the field, not only to screen readers. */
  readonly labelled?: boolean;
  readonly value: MemberRole;
  /** The roles that the reader may give. */
  readonly roles: readonly MemberRole[];
  readonly onChange: (role: MemberRole) => void;
  readonly helperText?: ReactNode;
}) {
  const { id, label, labelled, value, roles, onChange, helperText } = props;
  const t = useMessages();
  const offered = roles.includes(value) ? roles : [value, ...roles];
  return (
    <TextField
      select
      size="small"
      variant="outlined"
      id={id}
      label={labelled ? label : undefined}
      value={value}
      helperText={helperText}
      onChange={event => {
        const chosen = offered.find(role => role === event.target.value);
        if (chosen && chosen !== value) {
          onChange(chosen);
        }
      }}
      SelectProps={{
        SelectDisplayProps: labelled ? undefined : { 'aria-label': label },
        renderValue: () => t(`common.role.${value}`),
        MenuProps: { getContentAnchorEl: null },
      }}
    >
      {offered.map(role => (
        <MenuItem key={role} value={role} dense>
          <ListItemText
            primary={t(`common.role.${role}`)}
            secondary={t(`members.roleExplain.${role}`)}
          />
        </MenuItem>
      ))}
    </TextField>
  );
}
