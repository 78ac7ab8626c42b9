import { useSignal } from '@backstage/plugin-signals-react';
import { WORKSPACES_SIGNAL_CHANNEL } from '@team-workspaces/backstage-plugin-workspaces-common';
import throttle from 'lodash/throttle';
import { type MutableRefObject, useEffect, useMemo, useRef } from 'react';

/** Milliseconds between two reactions to signals: a provisioning sends many. */
export const SIGNAL_THROTTLE_MS = 1_000;

/**
 * Calls back, throttled, when a workspace changed. The ref tells whether a signal ever arrived: that the API for
 * signals exists does not mean that the backend sends any.
 */
export function useWorkspacesSignal(
  workspaceId: string | undefined,
  onSignal: () => void,
): MutableRefObject<boolean> {
  const { lastSignal } = useSignal<{ id?: string }>(WORKSPACES_SIGNAL_CHANNEL);
  const arrived = useRef(false);
  const react = useMemo(
    () => throttle(onSignal, SIGNAL_THROTTLE_MS),
    [onSignal],
  );
  useEffect(() => () => react.cancel(), [react]);
  useEffect(() => {
    if (!lastSignal) {
      return;
    }
    arrived.current = true;
    if (!workspaceId || !lastSignal.id || lastSignal.id === workspaceId) {
      react();
    }
  }, [lastSignal, workspaceId, react]);
  return arrived;
}
