import {
  useTranslationRef,
  type TranslationFunction,
} from '@backstage/frontend-plugin-api';
import { workspacesTranslationRef } from '../translation';

/** The function that gives a text. */
export type Messages = TranslationFunction<typeof workspacesTranslationRef.T>;

/** The texts of the plugin in the language of the app. */
export function useMessages(): Messages {
  return useTranslationRef(workspacesTranslationRef).t;
}
