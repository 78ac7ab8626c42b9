import { Header, Page } from '@backstage/core-components';
import { useMessages } from '../hooks/useMessages';
import { WorkspacesContent } from './WorkspacesContent';

/** The page with its frame, for the legacy frontend system, which draws none. */
export function WorkspacesPage() {
  const t = useMessages();
  return (
    <Page themeId="tool">
      <Header title={t('common.title')} subtitle={t('common.whatItIs')} />
      <WorkspacesContent />
    </Page>
  );
}
