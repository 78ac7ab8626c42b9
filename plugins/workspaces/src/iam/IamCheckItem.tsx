import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import HelpOutlineIcon from '@material-ui/icons/HelpOutline';
import type { IamCheck } from '@team-workspaces/backstage-plugin-workspaces-common';
import { ToneIcon, VisuallyHidden } from '../components';
import { useMessages } from '../hooks/useMessages';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    gap: theme.spacing(1),
    padding: theme.spacing(1, 0),
  },
  unknown: {
    color: theme.palette.text.secondary,
    fontSize: 18,
    flexShrink: 0,
  },
  body: { minWidth: 0, overflowWrap: 'anywhere' },
}));

/** One reason why a session may not get the role: what was looked at, what was found, and the remedy. */
export function IamCheckItem(props: { readonly check: IamCheck }) {
  const { title, status, message, hint } = props.check;
  const classes = useStyles();
  const t = useMessages();
  return (
    <li className={classes.root}>
      {status === 'unknown' ? (
        <HelpOutlineIcon className={classes.unknown} aria-hidden />
      ) : (
        <ToneIcon tone={status === 'ok' ? 'ok' : 'error'} />
      )}
      <div className={classes.body}>
        <Typography variant="body2">
          <strong>{title}</strong>
          <VisuallyHidden>
            {' '}
            {t(`iam.checks.status.${status}`)}
          </VisuallyHidden>: {message}
        </Typography>
        {hint && (
          <Typography variant="body2">
            <strong>{t('common.whatToDo')}</strong> {hint}
          </Typography>
        )}
      </div>
    </li>
  );
}
