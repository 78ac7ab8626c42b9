import Button, { type ButtonProps } from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Tooltip from '@material-ui/core/Tooltip';
import classNames from 'classnames';

const useStyles = makeStyles(theme => ({
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
  },
) {
  const { denied, ...buttonProps } = props;
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
        <Button {...buttonProps} />
      )}
    </Tooltip>
  );
}
