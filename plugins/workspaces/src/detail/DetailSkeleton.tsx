import Skeleton from '@material-ui/lab/Skeleton';
import { useMessages } from '../hooks/useMessages';

/** The shape of the page of a workspace that is being read. */
export function DetailSkeleton() {
  const t = useMessages();
  return (
    <div role="progressbar" aria-label={t('common.loading')}>
      <Skeleton variant="text" width="40%" height={48} />
      <Skeleton variant="text" width="60%" />
      <Skeleton variant="rect" height={180} />
    </div>
  );
}
