import {
  appLanguageApiRef,
  useApiHolder,
} from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';

/** The language for numbers and times: the app's, in the reader's regional form where the browser has one. */
export function useLanguage(): string | undefined {
  const languageApi = useApiHolder().get(appLanguageApiRef);
  return useMemo(() => {
    const { language } = languageApi?.getLanguage() ?? {};
    const regional = navigator.languages.find(
      candidate =>
        candidate === language || candidate.startsWith(`${language}-`),
    );
    return regional ?? language;
  }, [languageApi]);
}
