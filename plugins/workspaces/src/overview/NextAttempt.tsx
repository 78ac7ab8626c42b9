import Typography from '@material-ui/core/Typography';
import { RelativeTime } from '../components';
import { useMessages } from '../hooks/useMessages';
import { useNow } from '../hooks/useNow';

/** When the next attempt is made by itself, or that none is. */
export function NextAttempt(props: { readonly nextAttemptAt?: string }) {
  const { nextAttemptAt } = props;
  const t = useMessages();
  const now = useNow(1_000);
  if (!nextAttemptAt) {
    return (
      <Typography variant="body2">{t('detail.overview.noAttempt')}</Typography>
    );
  }
  return (
    <Typography variant="body2" component="div">
      {Date.parse(nextAttemptAt) <= now
        ? t('detail.overview.attemptNow')
        : t('detail.overview.nextAttempt', {
            when: <RelativeTime at={nextAttemptAt} everyMs={1_000} />,
          })}
    </Typography>
  );
}
