import { EmptyState, LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useMessages } from '../hooks/useMessages';
import { rootRouteRef } from '../routes';

/** Instead of a workspace that is not there, not to be seen, or deleted before the eyes of the reader. */
export function WorkspaceAbsent(props: {
  readonly id: string;
  readonly deleted: boolean;
}) {
  const { id, deleted } = props;
  const t = useMessages();
  const listPath = useRouteRef(rootRouteRef);
  return (
    <div role={deleted ? 'status' : undefined}>
      <EmptyState
        missing="content"
        title={
          deleted ? t('detail.goneTitle', { id }) : t('detail.notFoundTitle')
        }
        description={deleted ? t('detail.gone') : t('detail.notFound', { id })}
        action={
          <LinkButton to={listPath()} variant="contained" color="primary">
            {t('detail.toList')}
          </LinkButton>
        }
      />
    </div>
  );
}
