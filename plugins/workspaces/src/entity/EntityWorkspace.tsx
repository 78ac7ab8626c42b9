import { EmptyState } from '@backstage/core-components';
import { useEntity } from '@backstage/plugin-catalog-react';
import type { Workspace } from '@team-workspaces/backstage-plugin-workspaces-common';
import type { ReactNode } from 'react';
import { FailureNotice, Notice, StaleNotice, TextFrame } from '../components';
import { toFailure } from '../errors/toFailure';
import { useLiveWorkspace } from '../hooks/useLiveWorkspace';
import { useMessages } from '../hooks/useMessages';
import { TableSkeleton } from '../list/TableSkeleton';
import { workspaceIdOf } from './workspaceEntity';

/** Reads the workspace that the entity of the page stands for, and keeps it up to date. */
export function EntityWorkspace(props: {
  readonly children: (workspace: Workspace, refresh: () => void) => ReactNode;
}) {
  const t = useMessages();
  const { entity } = useEntity();
  const id = workspaceIdOf(entity);
  return (
    <TextFrame>
      {id ? (
        <LiveWorkspace id={id}>{props.children}</LiveWorkspace>
      ) : (
        <EmptyState missing="content" title={t('entity.noWorkspace')} />
      )}
    </TextFrame>
  );
}

function LiveWorkspace(props: {
  readonly id: string;
  readonly children: (workspace: Workspace, refresh: () => void) => ReactNode;
}) {
  const t = useMessages();
  const live = useLiveWorkspace(props.id);
  const { value: workspace, error, loading, refresh } = live;
  const status = error ? toFailure(error).status : undefined;
  if (status === 403 || status === 404) {
    return <Notice tone="muted" title={t('entity.notYours')} />;
  }
  if (loading) {
    return <TableSkeleton label={t('common.loading')} rows={2} />;
  }
  return (
    <>
      <StaleNotice live={live} />
      {workspace ? (
        props.children(workspace, refresh)
      ) : (
        <FailureNotice
          title={t('detail.errorTitle')}
          error={error}
          onRetry={refresh}
        />
      )}
    </>
  );
}
