import { makeStyles } from '@material-ui/core/styles';
import { Fragment } from 'react';
import { shortenMiddle } from '../format/text';
import { CopyButton } from './CopyButton';

const useStyles = makeStyles(theme => ({
  root: { display: 'inline-flex', alignItems: 'center', maxWidth: '100%' },
  text: {
    fontFamily: 'monospace',
    fontSize: theme.typography.body2.fontSize,
    overflowWrap: 'anywhere',
  },
}));

/** An id in monospace, shortened in the middle when long, with a copy button on request. */
export function Identifier(props: {
  readonly text: string;
  readonly copy?: boolean;
  /** Longest text that is shown whole. */
  readonly maxLength?: number;
}) {
  const { text, copy, maxLength = 63 } = props;
  const classes = useStyles();
  // Lines end after a slash rather than within a name.
  const parts = shortenMiddle(text, maxLength).split('/');
  return (
    <span className={classes.root}>
      <span
        className={classes.text}
        title={text.length > maxLength ? text : undefined}
      >
        {parts.map((part, position) => (
          <Fragment key={position}>
            {part}
            {position < parts.length - 1 && (
              <>
                /<wbr />
              </>
            )}
          </Fragment>
        ))}
      </span>
      {copy && <CopyButton text={text} what={text} />}
    </span>
  );
}
