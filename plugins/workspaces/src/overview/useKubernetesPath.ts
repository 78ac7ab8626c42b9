import { useRouteRef } from '@backstage/core-plugin-api';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  catalogApiRef,
  entityRouteParams,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import useAsync from 'react-use/esm/useAsync';

/** Path of the Kubernetes tab of the workspace's own entity; undefined where the catalog has none. */
export function useKubernetesPath(workspaceId: string): string | undefined {
  const catalog = useApi(catalogApiRef);
  const entityPath = useRouteRef(entityRouteRef);
  const { value: entity } = useAsync(async () => {
    // Asked for as one of many: of those an absent entity is no error.
    const { items } = await catalog.getEntitiesByRefs({
      entityRefs: [`resource:default/${workspaceId}`],
    });
    return items[0];
  }, [catalog, workspaceId]);
  return entity?.spec?.type === 'workspace'
    ? `${entityPath(entityRouteParams(entity))}/kubernetes`
    : undefined;
}
