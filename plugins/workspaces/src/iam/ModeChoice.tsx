import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormLabel from '@material-ui/core/FormLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { IamMode } from '@team-workspaces/backstage-plugin-workspaces-common';
import { useId } from 'react';
import { useMessages } from '../hooks/useMessages';

const MODES: readonly IamMode[] = ['external', 'managed', 'none'];

const useStyles = makeStyles(theme => ({
  option: { alignItems: 'flex-start', marginBottom: theme.spacing(1) },
  label: { paddingTop: theme.spacing(1) },
}));

/** Chooses who keeps the role; what each choice means stands below it. */
export function ModeChoice(props: {
  readonly value: IamMode;
  readonly available: readonly IamMode[];
  readonly cluster: string;
  readonly onChange: (mode: IamMode) => void;
}) {
  const { value, available, cluster, onChange } = props;
  const classes = useStyles();
  const t = useMessages();
  const labelId = useId();
  return (
    <FormControl component="fieldset">
      <FormLabel id={labelId}>{t('iam.dialog.modeLabel')}</FormLabel>
      <RadioGroup
        aria-labelledby={labelId}
        value={value}
        onChange={event => {
          const chosen = MODES.find(mode => mode === event.target.value);
          if (chosen) {
            onChange(chosen);
          }
        }}
      >
        {MODES.map(mode => (
          <FormControlLabel
            key={mode}
            value={mode}
            className={classes.option}
            disabled={!available.includes(mode)}
            control={<Radio color="primary" />}
            label={
              <div className={classes.label}>
                <div>
                  {t(`iam.mode.${mode}`)}
                  {!available.includes(mode) &&
                    ` (${t('iam.dialog.modeUnavailable', { cluster })})`}
                </div>
                <Typography variant="body2" color="textSecondary">
                  {t(`iam.modeExplain.${mode}`)}
                </Typography>
              </div>
            }
          />
        ))}
      </RadioGroup>
    </FormControl>
  );
}
