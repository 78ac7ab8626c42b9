import { useApi } from '@backstage/frontend-plugin-api';
import type { Workspace } from '@team-workspaces/backstage-plugin-workspaces-common';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { workspacesApiRef } from '../api';
import { FailureNotice, GuardedButton } from '../components';
import { useAccess } from '../hooks/useAccess';
import { useMessages } from '../hooks/useMessages';

/** Puts right at once what the list above it shows. */
export function RepairNowButton(props: {
  readonly workspace: Workspace;
  readonly onRepaired: () => void;
}) {
  const { workspace, onRepaired } = props;
  const api = useApi(workspacesApiRef);
  const t = useMessages();
  const denied = useAccess(workspace);
  const [{ loading, error }, repair] = useAsyncFn(async () => {
    await api.retryWorkspace(workspace.id);
    onRepaired();
  }, [api, workspace.id, onRepaired]);
  return (
    <>
      <GuardedButton
        size="small"
        variant="contained"
        color="primary"
        denied={denied('retry')}
        disabled={loading}
        onClick={() => void repair()}
      >
        {t('detail.drift.repair')}
      </GuardedButton>
      {error && <FailureNotice title={t('plan.failedTitle')} error={error} />}
    </>
  );
}
