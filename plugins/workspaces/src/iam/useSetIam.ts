import { useApi } from '@backstage/frontend-plugin-api';
import type {
  IamSettings,
  Workspace,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { useState } from 'react';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { workspacesApiRef } from '../api';
import { toFailure } from '../errors/toFailure';

/**
 * Sets the role for the revision that was seen when it was asked. When somebody was faster, the workspace is read
 * again and `meanwhile` tells the role that it has now: the next attempt counts for that.
 */
export function useSetIam(options: {
  readonly workspace: Workspace;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}) {
  const { workspace, onSaved, onClose } = options;
  const { id } = workspace;
  const api = useApi(workspacesApiRef);
  const [revision, setRevision] = useState(workspace.revision);
  const [meanwhile, setMeanwhile] = useState<IamSettings>();
  const [{ loading, error }, save] = useAsyncFn(
    async (settings: IamSettings) => {
      setMeanwhile(undefined);
      try {
        await api.setIam(id, { revision, ...settings });
      } catch (failure) {
        if (toFailure(failure).code !== 'RevisionConflict') {
          throw failure;
        }
        const fresh = await api.getWorkspace(id);
        setRevision(fresh.revision);
        setMeanwhile(fresh.iam);
        return;
      }
      onSaved();
      onClose();
    },
    [api, id, revision, onSaved, onClose],
  );
  return { save, saving: loading, error, meanwhile };
}
