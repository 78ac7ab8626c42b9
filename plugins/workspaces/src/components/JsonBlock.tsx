import { makeStyles } from '@material-ui/core/styles';
import { useEffect, useRef } from 'react';
import { CopyButton } from './CopyButton';

const useStyles = makeStyles(theme => ({
  root: {
    position: 'relative',
    background: theme.palette.action.hover,
    borderRadius: theme.shape.borderRadius,
    minWidth: 0,
  },
  copy: {
    position: 'absolute',
    top: theme.spacing(0.5),
    right: theme.spacing(1.5),
  },
  text: {
    margin: 0,
    padding: theme.spacing(1),
    paddingRight: theme.spacing(5),
    maxHeight: 420,
    overflow: 'auto',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontFamily: 'monospace',
    fontSize: theme.typography.body2.fontSize,
  },
  part: { display: 'block' },
  marked: {
    display: 'block',
    borderLeft: `4px solid ${theme.palette.text.primary}`,
    background: theme.palette.action.selected,
  },
  mark: {
    display: 'block',
    fontFamily: theme.typography.fontFamily,
    fontWeight: 'bold',
    paddingLeft: theme.spacing(1),
  },
}));

/** Indented JSON with a copy button; parts of it can be marked, in words. */
export function JsonBlock(props: {
  /** Names what is copied, for screen readers. */
  readonly what: string;
  readonly parts: ReadonlyArray<{
    readonly text: string;
    /** Why the part is marked. */
    readonly mark?: string;
  }>;
}) {
  const { what, parts } = props;
  const classes = useStyles();
  const block = useRef<HTMLPreElement>(null);
  const marked = useRef<HTMLSpanElement>(null);
  const firstMark = parts.findIndex(({ mark }) => mark !== undefined);
  useEffect(() => {
    if (block.current && marked.current) {
      block.current.scrollTop = marked.current.offsetTop;
    }
  }, [firstMark]);
  return (
    <div className={classes.root}>
      <div className={classes.copy}>
        <CopyButton
          text={parts.map(({ text }) => text).join('\n')}
          what={what}
        />
      </div>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard has to reach it */}
      <pre ref={block} className={classes.text} tabIndex={0} aria-label={what}>
        {parts.map(({ text, mark }, position) => (
          <span
            key={position}
            ref={position === firstMark ? marked : undefined}
            className={mark ? classes.marked : classes.part}
          >
            {mark && <span className={classes.mark}>{mark}</span>}
            {text}
          </span>
        ))}
      </pre>
    </div>
  );
}
