import type { Workspace } from '@team-workspaces/backstage-plugin-workspaces-common';
import { useEffect, useRef, useState } from 'react';
import { useMessages } from '../hooks/useMessages';

/** What screen readers are told when the phase of a workspace changes; nothing for the phase it is met in. */
export function usePhaseAnnouncement(workspace: Workspace | undefined): string {
  const t = useMessages();
  const [message, setMessage] = useState('');
  const known = useRef<Workspace>();
  useEffect(() => {
    const before = known.current;
    known.current = workspace;
    if (
      workspace &&
      before?.id === workspace.id &&
      before.phase !== workspace.phase
    ) {
      setMessage(
        t('detail.announce', {
          name: workspace.displayName,
          phase: t(`common.phase.${workspace.phase}`),
        }),
      );
    }
  }, [workspace, t]);
  return message;
}
