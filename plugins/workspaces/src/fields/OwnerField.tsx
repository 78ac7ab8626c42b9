import FormHelperText from '@material-ui/core/FormHelperText';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import Autocomplete from '@material-ui/lab/Autocomplete';
import type { GroupOption } from '@team-workspaces/backstage-plugin-workspaces-common';
import { useEffect, useMemo } from 'react';
import { FailureNotice, Notice, TextFrame } from '../components';
import { refsText } from '../format/refs';
import { useMessages } from '../hooks/useMessages';
import { useOptions } from '../hooks/useOptions';
import type { TextFieldProps } from './fieldTypes';
import { OwnerOption } from './OwnerOption';

const pathText = ({ path }: GroupOption) => path.join(' / ');

/** Chooses one of the caller's own Groups. */
export function OwnerField(props: TextFieldProps) {
  const { schema, formData, onChange, required, rawErrors } = props;
  const t = useMessages();
  const { value: options, error, loading, retry } = useOptions();
  const groups = useMemo(
    () =>
      [...(options?.groups ?? [])].sort((a, b) =>
        pathText(a).localeCompare(pathText(b)),
      ),
    [options],
  );
  const allowed = groups.filter(group => group.allowed);
  const only = allowed.length === 1 ? allowed[0].ref : undefined;
  useEffect(() => {
    if (only && !formData) {
      onChange(only);
    }
  }, [only, formData, onChange]);

  if (error) {
    return (
      <FailureNotice
        title={t('fields.optionsError')}
        error={error}
        onRetry={retry}
      />
    );
  }
  if (options && allowed.length === 0) {
    return (
      <Notice tone="warning" title={t('fields.owner.none')}>
        {groups.map(group => (
          <OwnerOption key={group.ref} group={group} />
        ))}
        {options.admins.length > 0 && (
          <Typography variant="body2">
            {t('fields.owner.askAdmins', { admins: refsText(options.admins) })}
          </Typography>
        )}
      </Notice>
    );
  }
  return (
    <TextFrame>
      <Autocomplete
        id="team-workspace-owner"
        options={groups}
        loading={loading}
        value={groups.find(({ ref }) => ref === formData) ?? null}
        onChange={(_, group) => onChange(group?.ref)}
        getOptionLabel={pathText}
        getOptionSelected={(option, value) => option.ref === value.ref}
        getOptionDisabled={group => !group.allowed}
        renderOption={group => <OwnerOption group={group} />}
        loadingText={t('common.loading')}
        noOptionsText={t('fields.owner.noOptions')}
        renderInput={params => (
          <TextField
            {...params}
            variant="outlined"
            margin="normal"
            label={schema.title ?? t('fields.owner.title')}
            required={required}
            error={Boolean(rawErrors?.length)}
          />
        )}
      />
      <FormHelperText>
        {schema.description ?? t('fields.owner.description')}{' '}
        {t('fields.owner.missing')}
      </FormHelperText>
    </TextFrame>
  );
}
