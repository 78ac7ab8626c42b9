import IconButton from '@material-ui/core/IconButton';
import InputAdornment from '@material-ui/core/InputAdornment';
import TextField from '@material-ui/core/TextField';
import ClearIcon from '@material-ui/icons/Clear';
import SearchIcon from '@material-ui/icons/Search';
import { useEffect, useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';
import { useMessages } from '../hooks/useMessages';

/** Milliseconds without a key press until a search starts. */
export const SEARCH_DELAY_MS = 300;

/** A search; it starts once typing pauses. */
export function SearchField(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { label, value, onChange } = props;
  const t = useMessages();
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  useDebounce(
    () => {
      if (text.trim() !== value) {
        onChange(text.trim());
      }
    },
    SEARCH_DELAY_MS,
    [text],
  );
  return (
    <TextField
      variant="outlined"
      size="small"
      placeholder={label}
      value={text}
      onChange={event => setText(event.target.value)}
      inputProps={{ 'aria-label': label, maxLength: 128 }}
      InputProps={{
        startAdornment: (
          <InputAdornment position="start">
            <SearchIcon fontSize="small" />
          </InputAdornment>
        ),
        endAdornment: text ? (
          <IconButton
            size="small"
            aria-label={t('common.clearSearch')}
            onClick={() => {
              setText('');
              onChange('');
            }}
          >
            <ClearIcon fontSize="small" />
          </IconButton>
        ) : undefined,
      }}
    />
  );
}
