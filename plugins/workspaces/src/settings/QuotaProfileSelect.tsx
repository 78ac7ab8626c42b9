import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import type { QuotaProfile } from '@team-workspaces/backstage-plugin-workspaces-common';
import { formatLimits } from '../format/resources';
import { useLanguage } from '../hooks/useLanguage';
import { useMessages } from '../hooks/useMessages';

/** Chooses a quota profile, and says what the chosen one allows. */
export function QuotaProfileSelect(props: {
  readonly profiles: readonly QuotaProfile[];
  readonly value: string;
  readonly disabled: boolean;
  readonly onChange: (name: string) => void;
}) {
  const { profiles, value, disabled, onChange } = props;
  const t = useMessages();
  const language = useLanguage();
  const chosen = profiles.find(({ name }) => name === value);
  const options = chosen
    ? profiles
    : [...profiles, { name: value, title: value, hard: {} }];
  return (
    <TextField
      select
      fullWidth
      variant="outlined"
      size="small"
      id="workspace-quota-profile"
      label={t('settings.quotaProfile')}
      value={value}
      disabled={disabled}
      onChange={event => onChange(event.target.value)}
      helperText={
        chosen &&
        t('settings.perNamespace', {
          hard: formatLimits(chosen.hard, t, language),
        })
      }
    >
      {options.map(({ name, title }) => (
        <MenuItem key={name} value={name}>
          {title}
        </MenuItem>
      ))}
    </TextField>
  );
}
