import Checkbox from '@material-ui/core/Checkbox';
import FormControl from '@material-ui/core/FormControl';
import InputLabel from '@material-ui/core/InputLabel';
import ListItemText from '@material-ui/core/ListItemText';
import MenuItem from '@material-ui/core/MenuItem';
import Select from '@material-ui/core/Select';
import { makeStyles } from '@material-ui/core/styles';
import { useId } from 'react';

const useStyles = makeStyles({ root: { minWidth: 120, maxWidth: 200 } });

/** One choice of a filter. */
export interface FilterOption {
  readonly value: string;
  readonly label: string;
}

/** A filter of which several values can be chosen; none chosen means any. */
export function FilterSelect(props: {
  readonly label: string;
  readonly options: readonly FilterOption[];
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
}) {
  const { label, options, value, onChange } = props;
  const classes = useStyles();
  const labelId = useId();
  return (
    <FormControl variant="outlined" size="small" className={classes.root}>
      <InputLabel id={labelId}>{label}</InputLabel>
      <Select
        multiple
        labelId={labelId}
        label={label}
        value={value}
        onChange={event => onChange(event.target.value as string[])}
        renderValue={() =>
          options
            .filter(option => value.includes(option.value))
            .map(option => option.label)
            .join(', ')
        }
        MenuProps={{ getContentAnchorEl: null }}
      >
        {options.map(option => (
          <MenuItem key={option.value} value={option.value} dense>
            <Checkbox
              size="small"
              color="primary"
              checked={value.includes(option.value)}
            />
            <ListItemText primary={option.label} />
          </MenuItem>
        ))}
      </Select>
    </FormControl>
  );
}
