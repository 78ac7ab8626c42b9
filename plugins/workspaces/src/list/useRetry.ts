import { useApi } from '@backstage/frontend-plugin-api';
import type { Workspace } from '@team-workspaces/backstage-plugin-workspaces-common';
import { useCallback, useState } from 'react';
import { workspacesApiRef } from '../api';
import { toFailure } from '../errors/toFailure';
import { useMessages } from '../hooks/useMessages';

/** Retries one workspace of a list and says what came of it. */
export function useRetry(onRetried: () => void): {
  readonly retry: (workspace: Workspace) => Promise<void>;
  /** What came of the last retry, for the live region. */
  readonly message: string;
  /** Why the last retry was refused. */
  readonly refused?: string;
} {
  const api = useApi(workspacesApiRef);
  const t = useMessages();
  const [message, setMessage] = useState('');
  const [refused, setRefused] = useState<string>();
  const retry = useCallback(
    async ({ id, displayName: name }: Workspace) => {
      try {
        await api.retryWorkspace(id);
        setRefused(undefined);
        setMessage(t('list.retried', { name }));
      } catch (error) {
        const reason = toFailure(error).message ?? t('common.unknownError');
        setMessage('');
        setRefused(t('list.retryFailed', { name, message: reason }));
      }
      onRetried();
    },
    [api, t, onRetried],
  );
  return { retry, message, refused };
}
