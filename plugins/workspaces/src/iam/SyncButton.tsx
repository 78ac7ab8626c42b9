import { useApi } from '@backstage/frontend-plugin-api';
import type {
  IamSync,
  Workspace,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { workspacesApiRef } from '../api';
import { GuardedButton } from '../components';
import { useAccess } from '../hooks/useAccess';
import { useMessages } from '../hooks/useMessages';

/** Writes the role to every ServiceAccount again, and hands on what came of it. */
export function SyncButton(props: {
  readonly workspace: Workspace;
  readonly onSynced: (sync: IamSync) => void;
  /** Called with undefined when a sync starts. */
  readonly onFailed: (error: unknown) => void;
}) {
  const { workspace, onSynced, onFailed } = props;
  const api = useApi(workspacesApiRef);
  const t = useMessages();
  const denied = useAccess(workspace);
  const [{ loading }, sync] = useAsyncFn(async () => {
    onFailed(undefined);
    try {
      onSynced(await api.syncIam(workspace.id));
    } catch (error) {
      onFailed(error);
    }
  }, [api, workspace.id, onSynced, onFailed]);
  return (
    <GuardedButton
      variant="contained"
      color="primary"
      denied={denied('sync-iam')}
      disabled={loading}
      onClick={() => void sync()}
    >
      {loading ? t('iam.sync.working') : t('iam.sync.button')}
    </GuardedButton>
  );
}
