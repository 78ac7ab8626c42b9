import IconButton from '@material-ui/core/IconButton';
import Tooltip from '@material-ui/core/Tooltip';
import CheckIcon from '@material-ui/icons/Check';
import FileCopyOutlinedIcon from '@material-ui/icons/FileCopyOutlined';
import { useEffect, useState } from 'react';
import useCopyToClipboard from 'react-use/esm/useCopyToClipboard';
import useTimeoutFn from 'react-use/esm/useTimeoutFn';
import { useMessages } from '../hooks/useMessages';

/** Milliseconds for which the button says that it copied. */
const CONFIRMATION_MS = 2_000;

/** Copies a text, and says that it did. */
export function CopyButton(props: {
  readonly text: string;
  /** Names what is copied, for screen readers. */
  readonly what: string;
}) {
  const t = useMessages();
  const [{ error, value }, copy] = useCopyToClipboard();
  const [copied, setCopied] = useState(false);
  const [, cancel, restart] = useTimeoutFn(
    () => setCopied(false),
    CONFIRMATION_MS,
  );
  useEffect(() => cancel, [cancel]);
  const onClick = () => {
    copy(props.text);
    setCopied(true);
    restart();
  };
  const done = copied && !error && value === props.text;
  const label = done
    ? t('common.copied')
    : t('common.copyWhat', { what: props.what });
  return (
    <Tooltip title={label}>
      <IconButton size="small" onClick={onClick} aria-label={label}>
        {done ? (
          <CheckIcon fontSize="inherit" />
        ) : (
          <FileCopyOutlinedIcon fontSize="inherit" />
        )}
      </IconButton>
    </Tooltip>
  );
}
