import FormControlLabel from '@material-ui/core/FormControlLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import Skeleton from '@material-ui/lab/Skeleton';
import { useEffect } from 'react';
import { formatLimits } from '../format/resources';
import { useLanguage } from '../hooks/useLanguage';
import { useMessages } from '../hooks/useMessages';
import { useOptions } from '../hooks/useOptions';
import { FieldFrame } from './FieldFrame';
import type { TextFieldProps } from './fieldTypes';

const useStyles = makeStyles(theme => ({
  option: { alignItems: 'flex-start', marginBottom: theme.spacing(1) },
  text: { paddingTop: theme.spacing(1) },
}));

/** Chooses how much a workspace may use; each choice with what it gives. */
export function QuotaProfileField(props: TextFieldProps) {
  const { schema, formData, onChange, required, rawErrors } = props;
  const classes = useStyles();
  const t = useMessages();
  const language = useLanguage();
  const { value: options, error, retry } = useOptions();
  const usual = options?.defaultQuotaProfile;
  useEffect(() => {
    if (usual && !formData) {
      onChange(usual);
    }
  }, [usual, formData, onChange]);
  return (
    <FieldFrame
      title={schema.title ?? t('fields.quotaProfile.title')}
      description={schema.description}
      required={required}
      error={Boolean(rawErrors?.length)}
      failure={error}
      onRetry={retry}
    >
      {!options && <Skeleton variant="rect" height={64} />}
      <RadioGroup
        value={formData ?? ''}
        onChange={event => onChange(event.target.value)}
      >
        {options?.quotaProfiles.map(({ name, title, description, hard }) => (
          <FormControlLabel
            key={name}
            value={name}
            className={classes.option}
            control={<Radio color="primary" size="small" />}
            label={
              <div className={classes.text}>
                <div>
                  <strong>{title}</strong>
                  {name === usual && ` (${t('fields.quotaProfile.default')})`}
                </div>
                {description && (
                  <Typography variant="body2">{description}</Typography>
                )}
                <Typography variant="body2" color="textSecondary">
                  {t('fields.quotaProfile.perNamespace', {
                    count: options.namespaces.length,
                  })}{' '}
                  {formatLimits(hard, t, language) ||
                    t('fields.quotaProfile.unlimited')}
                </Typography>
              </div>
            }
          />
        ))}
      </RadioGroup>
    </FieldFrame>
  );
}
