import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { workspacesTranslationRef } from '../translation';

/** The texts of the plugin in the language of the app. */
export function useMessages() {
  return useTranslationRef(workspacesTranslationRef).t;
}

/** The function that gives a text. */
export type Messages = ReturnType<typeof useMessages>;
