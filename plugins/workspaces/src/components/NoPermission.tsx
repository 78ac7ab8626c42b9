import { EmptyState } from '@backstage/core-components';
import { useMessages } from '../hooks/useMessages';

/** For somebody whom the permission policy does not let in. */
export function NoPermission() {
  const t = useMessages();
  return (
    <EmptyState
      missing="content"
      title={t('common.noPermissionTitle')}
      description={t('common.noPermission')}
    />
  );
}
