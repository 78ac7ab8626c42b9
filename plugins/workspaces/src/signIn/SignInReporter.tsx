import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useEffect } from 'react';
import { workspacesApiRef } from '../api';
import { reportSignInOnce } from './reportSignInOnce';

/**
 * Tells the backend once per session that somebody signed in, so that the ServiceAccounts of that person are made.
 * Shows nothing, waits for nothing and never fails.
 *
 * @public
 */
export function SignInReporter(): null {
  const api = useApi(workspacesApiRef);
  const identity = useApi(identityApiRef);
  useEffect(() => {
    void reportSignInOnce({ api, identity, storage: window.sessionStorage });
  }, [api, identity]);
  return null;
}
