import Button, { type ButtonProps } from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Tooltip from '@material-ui/core/Tooltip';
import classNames from 'classnames';
import { toneColor } from './tones';

const useStyles = makeStyles(theme => ({
  // The secondary colour of themes seldom has enough contrast to the text on it.
  dangerous: {
    '&.MuiButton-contained, &.MuiButton-contained:hover': {
      background: theme.palette.error.dark,
      color: theme.palette.getContrastText(theme.palette.error.dark),
    },
    '&.MuiButton-outlined': { borderColor: toneColor(theme, 'error') },
  },
  denied: {
    cursor: 'not-allowed',
    boxShadow: 'none',
    '&, &:hover': {
      color: theme.palette.text.secondary,
      background: 'transparent',
      borderColor: theme.palette.divider,
      boxShadow: 'none',
    },
    '&.MuiButton-contained': {
      background: theme.palette.action.disabledBackground,
    },
  },
}));

/**
 * A button that says why it cannot be used. It is marked as disabled but keeps the focus that a disabled button
 * would lose, so that keyboards and screen readers reach the reason.
 */
export function GuardedButton(
  props: ButtonProps & {
    /** Why it cannot be used; undefined when it can. */
    readonly denied?: string;
    /** Whether what it does cannot be undone. */
    readonly dangerous?: boolean;
  },
) {
  const { denied, dangerous, ...buttonProps } = props;
  const classes = useStyles();
  // One element for both states: a button that becomes usable while it has the focus keeps it.
  return (
    <Tooltip title={denied ?? ''}>
      {denied ? (
        <Button
          {...buttonProps}
          type="button"
          aria-disabled
          disableRipple
          disabled={false}
          onClick={undefined}
          className={classNames(buttonProps.className, classes.denied)}
        />
      ) : (
        <Button
          {...buttonProps}
          className={classNames(
            buttonProps.className,
            dangerous && classes.dangerous,
          )}
        />
      )}
    </Tooltip>
  );
}
