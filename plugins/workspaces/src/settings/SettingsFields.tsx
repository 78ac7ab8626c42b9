import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormHelperText from '@material-ui/core/FormHelperText';
import { makeStyles } from '@material-ui/core/styles';
import Switch from '@material-ui/core/Switch';
import TextField from '@material-ui/core/TextField';
import {
  type FieldProblem,
  MAX_DESCRIPTION_LENGTH,
  MAX_DISPLAY_NAME_LENGTH,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { useMessages } from '../hooks/useMessages';
import { useOptions } from '../hooks/useOptions';
import { DeniedHint } from './DeniedHint';
import type { Draft } from './draft';
import { QuotaProfileSelect } from './QuotaProfileSelect';

const useStyles = makeStyles(theme => ({
  root: { display: 'grid', gap: theme.spacing(2), maxWidth: 640 },
}));

/** The fields of the settings; those that the reader may not change say who may. */
export function SettingsFields(props: {
  readonly draft: Draft;
  readonly edit: (part: Partial<Draft>) => void;
  readonly problems: readonly FieldProblem[];
  /** Why a field cannot be changed; undefined when it can. */
  readonly denied: (field: keyof Draft) => string | undefined;
}) {
  const { draft, edit, problems, denied } = props;
  const classes = useStyles();
  const t = useMessages();
  const { value: options } = useOptions();
  const problem = (field: string) =>
    problems.find(candidate => candidate.field === field)?.message;
  const text = (
    field: 'displayName' | 'description',
    maxLength: number,
    multiline: boolean,
  ) => (
    <DeniedHint denied={denied(field)}>
      <TextField
        fullWidth
        variant="outlined"
        size="small"
        id={`workspace-${field}`}
        label={t(`settings.${field}`)}
        value={draft[field]}
        multiline={multiline}
        minRows={multiline ? 3 : undefined}
        disabled={Boolean(denied(field))}
        error={Boolean(problem(field))}
        helperText={problem(field)}
        inputProps={{ maxLength }}
        onChange={event => edit({ [field]: event.target.value })}
      />
    </DeniedHint>
  );
  return (
    <div className={classes.root}>
      {text('displayName', MAX_DISPLAY_NAME_LENGTH, false)}
      {text('description', MAX_DESCRIPTION_LENGTH, true)}
      <DeniedHint denied={denied('quotaProfile')}>
        <QuotaProfileSelect
          profiles={options?.quotaProfiles ?? []}
          value={draft.quotaProfile}
          disabled={Boolean(denied('quotaProfile'))}
          onChange={quotaProfile => edit({ quotaProfile })}
        />
      </DeniedHint>
      <DeniedHint denied={denied('expiresOn')}>
        <TextField
          type="date"
          variant="outlined"
          size="small"
          id="workspace-expires-on"
          label={t('settings.expiresAt')}
          helperText={t('settings.expiresHint')}
          InputLabelProps={{ shrink: true }}
          value={draft.expiresOn}
          disabled={Boolean(denied('expiresOn'))}
          onChange={event => edit({ expiresOn: event.target.value })}
        />
      </DeniedHint>
      <DeniedHint denied={denied('protected')}>
        <>
          <FormControlLabel
            label={t('settings.protected')}
            control={
              <Switch
                color="primary"
                checked={draft.protected}
                disabled={Boolean(denied('protected'))}
                onChange={event => edit({ protected: event.target.checked })}
              />
            }
          />
          <FormHelperText>{t('settings.protectedHint')}</FormHelperText>
        </>
      </DeniedHint>
    </div>
  );
}
