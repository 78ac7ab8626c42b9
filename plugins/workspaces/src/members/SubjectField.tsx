import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { useState } from 'react';
import { Identifier } from '../components';
import { toFailure } from '../errors/toFailure';
import { useMessages } from '../hooks/useMessages';
import {
  type Subject,
  type SubjectKind,
  useSubjectSearch,
} from './useSubjectSearch';

const useStyles = makeStyles(theme => ({
  option: { minWidth: 0, overflowWrap: 'anywhere' },
  note: { color: theme.palette.text.secondary },
}));

/** Finds a User or Group in the catalog. */
export function SubjectField(props: {
  readonly id: string;
  readonly label: string;
  readonly kinds: readonly SubjectKind[];
  readonly value: Subject | null;
  /** Why a match cannot be chosen; undefined when it can. */
  readonly denied: (ref: string) => string | undefined;
  readonly onChange: (subject: Subject | null) => void;
}) {
  const { id, label, kinds, value, denied, onChange } = props;
  const classes = useStyles();
  const t = useMessages();
  const [text, setText] = useState('');
  const { found, searching, error } = useSubjectSearch({
    // The name of what was chosen is no search.
    text: text === value?.title ? '' : text,
    kinds,
  });
  return (
    <Autocomplete
      id={id}
      options={found}
      loading={searching}
      value={value}
      inputValue={text}
      onInputChange={(_, next) => setText(next)}
      onChange={(_, subject) => onChange(subject)}
      // The catalog has searched already, in more than the title.
      filterOptions={options => options}
      getOptionLabel={({ title }) => title}
      getOptionSelected={(option, chosen) => option.ref === chosen.ref}
      getOptionDisabled={({ ref }) => denied(ref) !== undefined}
      renderOption={({ ref, title, kind }) => (
        <div className={classes.option}>
          <div>
            {title}{' '}
            <span className={classes.note}>
              {denied(ref) ??
                t(`members.dialog.${kind === 'user' ? 'person' : 'group'}`)}
            </span>
          </div>
          <Identifier text={ref} />
        </div>
      )}
      loadingText={t('common.loading')}
      noOptionsText={
        error ? (
          <Typography variant="body2" role="alert">
            {t('members.dialog.searchError', {
              message: toFailure(error).message ?? t('common.unknownError'),
            })}
          </Typography>
        ) : (
          t('members.dialog.noMatch')
        )
      }
      renderInput={params => (
        <TextField
          {...params}
          variant="outlined"
          size="small"
          label={label}
          helperText={t('members.dialog.subjectHint')}
        />
      )}
    />
  );
}
