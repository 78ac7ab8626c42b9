import Button from '@material-ui/core/Button';
import Collapse from '@material-ui/core/Collapse';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { useMessages } from '../hooks/useMessages';
import { CopyButton } from './CopyButton';

const useStyles = makeStyles(theme => ({
  pre: {
    margin: theme.spacing(1, 0, 0),
    padding: theme.spacing(1),
    maxHeight: 240,
    overflow: 'auto',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontFamily: 'monospace',
    fontSize: theme.typography.body2.fontSize,
    background: theme.palette.action.hover,
    borderRadius: theme.shape.borderRadius,
  },
}));

/** The answer of another system as it came: hidden until asked for, and to be copied. */
export function RawAnswer(props: { readonly raw: string }) {
  const classes = useStyles();
  const t = useMessages();
  const [open, setOpen] = useState(false);
  return (
    <div>
      <Button
        size="small"
        aria-expanded={open}
        onClick={() => setOpen(value => !value)}
      >
        {open ? t('common.hideRawAnswer') : t('common.rawAnswer')}
      </Button>
      <CopyButton text={props.raw} what={t('common.rawAnswer')} />
      <Collapse in={open} unmountOnExit>
        <pre className={classes.pre}>{props.raw}</pre>
      </Collapse>
    </div>
  );
}
