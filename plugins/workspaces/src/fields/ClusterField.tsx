import FormControlLabel from '@material-ui/core/FormControlLabel';
import { makeStyles } from '@material-ui/core/styles';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import Typography from '@material-ui/core/Typography';
import Skeleton from '@material-ui/lab/Skeleton';
import type { ClusterOption } from '@team-workspaces/backstage-plugin-workspaces-common';
import { useEffect } from 'react';
import { Notice, SimulatedBadge } from '../components';
import { useMessages } from '../hooks/useMessages';
import { useOptions } from '../hooks/useOptions';
import { FieldFrame } from './FieldFrame';
import type { TextFieldProps } from './fieldTypes';

const useStyles = makeStyles(theme => ({
  cluster: {
    display: 'inline-flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
}));

/** Chooses where a workspace runs; where there is one cluster only, says which. */
export function ClusterField(props: TextFieldProps) {
  const { schema, formData, onChange, required, rawErrors } = props;
  const classes = useStyles();
  const t = useMessages();
  const { value: options, error, retry } = useOptions();
  const first = options?.clusters[0]?.name;
  useEffect(() => {
    if (first && !formData) {
      onChange(first);
    }
  }, [first, formData, onChange]);
  const shown = ({ name, title, simulated }: ClusterOption) => (
    <span className={classes.cluster}>
      <strong>{title}</strong>
      {title !== name && <span>({name})</span>}
      {simulated && <SimulatedBadge />}
    </span>
  );
  const choices = (clusters: readonly ClusterOption[]) => {
    if (clusters.length === 0) {
      return <Notice tone="warning" title={t('fields.cluster.none')} />;
    }
    if (clusters.length === 1) {
      return (
        <Typography component="div">
          {shown(clusters[0])} · {t('fields.cluster.only')}
        </Typography>
      );
    }
    return (
      <RadioGroup
        value={formData ?? ''}
        onChange={event => onChange(event.target.value)}
      >
        {clusters.map(cluster => (
          <FormControlLabel
            key={cluster.name}
            value={cluster.name}
            control={<Radio color="primary" size="small" />}
            label={shown(cluster)}
          />
        ))}
      </RadioGroup>
    );
  };
  return (
    <FieldFrame
      title={schema.title ?? t('fields.cluster.title')}
      description={schema.description}
      required={required}
      error={Boolean(rawErrors?.length)}
      failure={error}
      onRetry={retry}
    >
      {options ? (
        choices(options.clusters)
      ) : (
        <Skeleton variant="text" width={200} />
      )}
    </FieldFrame>
  );
}
