import Button from '@material-ui/core/Button';
import { toFailure } from '../errors/toFailure';
import { formatExact } from '../format/time';
import type { Live } from '../hooks/useLive';
import { useLanguage } from '../hooks/useLanguage';
import { useMessages } from '../hooks/useMessages';
import { Notice } from './Notice';

/** Says that what is on screen could not be refreshed, and since when it stands. Nothing while all is well. */
export function StaleNotice(props: {
  readonly live: Pick<Live<unknown>, 'value' | 'error' | 'readAt' | 'refresh'>;
}) {
  const { value, error, readAt, refresh } = props.live;
  const t = useMessages();
  const language = useLanguage();
  if (!error || value === undefined || !readAt) {
    return null;
  }
  return (
    <Notice
      tone="warning"
      title={t('common.notRefreshed', {
        message: toFailure(error).message ?? t('common.unknownError'),
        time: formatExact(readAt, language),
      })}
      actions={
        <Button size="small" variant="outlined" onClick={refresh}>
          {t('common.tryAgain')}
        </Button>
      }
    />
  );
}
