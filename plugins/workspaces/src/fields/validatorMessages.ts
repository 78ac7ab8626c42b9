import type { ApiHolder } from '@backstage/core-plugin-api';
import { translationApiRef } from '@backstage/frontend-plugin-api';
import type { Messages } from '../hooks/useMessages';
import { workspacesTranslationRef } from '../translation';

/** The texts of the plugin outside of components; undefined while their language is being loaded. */
export function validatorMessages(apiHolder: ApiHolder): Messages | undefined {
  const snapshot = apiHolder
    .get(translationApiRef)
    ?.getTranslation(workspacesTranslationRef);
  return snapshot?.ready ? snapshot.t : undefined;
}
