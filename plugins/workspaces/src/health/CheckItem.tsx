import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { HealthCheck } from '@team-workspaces/backstage-plugin-workspaces-common';
import lowerCase from 'lodash/lowerCase';
import { ToneIcon, VisuallyHidden } from '../components';
import type { Tone } from '../format/phases';
import { useMessages } from '../hooks/useMessages';

/** The tone of each state. */
export const STATUS_TONES: Readonly<Record<HealthCheck['status'], Tone>> = {
  ok: 'ok',
  warning: 'warning',
  failed: 'error',
};

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    gap: theme.spacing(1),
    padding: theme.spacing(1, 0),
  },
  body: { minWidth: 0, overflowWrap: 'anywhere' },
}));

/** One dependency: how it stands, and what to do about it. */
export function CheckItem(props: { readonly check: HealthCheck }) {
  const { name, status, message, hint, details } = props.check;
  const classes = useStyles();
  const t = useMessages();
  return (
    <li className={classes.root}>
      <ToneIcon tone={STATUS_TONES[status]} />
      <div className={classes.body}>
        <Typography variant="body2">
          <strong>{name}</strong>
          <VisuallyHidden> {t(`health.word.${status}`)}</VisuallyHidden>:{' '}
          {message}
        </Typography>
        {hint && (
          <Typography variant="body2">
            <strong>{t('common.whatToDo')}</strong> {hint}
          </Typography>
        )}
        {details &&
          Object.entries(details).map(([key, value]) => (
            <Typography key={key} variant="body2" color="textSecondary">
              {lowerCase(key)}: {value}
            </Typography>
          ))}
      </div>
    </li>
  );
}
