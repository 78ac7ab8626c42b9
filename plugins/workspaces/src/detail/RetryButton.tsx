import { useApi } from '@backstage/frontend-plugin-api';
import Snackbar from '@material-ui/core/Snackbar';
import type { Workspace } from '@team-workspaces/backstage-plugin-workspaces-common';
import { useState } from 'react';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { workspacesApiRef } from '../api';
import { GuardedButton, Notice } from '../components';
import { toFailure } from '../errors/toFailure';
import { useAccess } from '../hooks/useAccess';
import { useMessages } from '../hooks/useMessages';

/** Milliseconds for which what came of it is shown. */
const SHOWN_MS = 6_000;

/** Starts provisioning again; of a workspace that is fine, a check. */
export function RetryButton(props: {
  readonly workspace: Workspace;
  readonly onRetried: () => void;
}) {
  const { workspace, onRetried } = props;
  const api = useApi(workspacesApiRef);
  const t = useMessages();
  const denied = useAccess(workspace);
  const [shown, setShown] = useState(false);
  const [{ loading, error }, retry] = useAsyncFn(async () => {
    try {
      await api.retryWorkspace(workspace.id);
    } finally {
      setShown(true);
      onRetried();
    }
  }, [api, workspace.id, onRetried]);
  const fine = workspace.phase === 'active';
  return (
    <>
      <GuardedButton
        variant={fine ? 'outlined' : 'contained'}
        color={fine ? 'default' : 'primary'}
        denied={denied('retry')}
        disabled={loading}
        onClick={() => void retry()}
      >
        {fine ? t('common.checkNow') : t('common.retryProvisioning')}
      </GuardedButton>
      <Snackbar
        open={shown && !loading}
        autoHideDuration={SHOWN_MS}
        onClose={() => setShown(false)}
      >
        <div>
          <Notice
            tone={error ? 'error' : 'working'}
            urgent={Boolean(error)}
            title={
              error
                ? t('list.retryFailed', {
                    name: workspace.displayName,
                    message:
                      toFailure(error).message ?? t('common.unknownError'),
                  })
                : t('detail.retryStarted', { name: workspace.displayName })
            }
          />
        </div>
      </Snackbar>
    </>
  );
}
