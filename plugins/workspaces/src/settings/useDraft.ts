import type { Workspace } from '@team-workspaces/backstage-plugin-workspaces-common';
import { useState } from 'react';
import { type Draft, toDraft } from './draft';

/** The settings with what was typed over them; what was not touched follows the workspace. */
export function useDraft(workspace: Workspace): {
  readonly draft: Draft;
  readonly edit: (part: Partial<Draft>) => void;
  readonly discard: () => void;
} {
  const [edits, setEdits] = useState<Partial<Draft>>({});
  return {
    draft: { ...toDraft(workspace), ...edits },
    edit: part => setEdits(before => ({ ...before, ...part })),
    discard: () => setEdits({}),
  };
}
