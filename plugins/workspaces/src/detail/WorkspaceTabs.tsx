import Tab from '@material-ui/core/Tab';
import Tabs from '@material-ui/core/Tabs';
import { Link, useLocation } from 'react-router-dom';
import { useMessages } from '../hooks/useMessages';

/** The parts of the page of a workspace; the first is the page itself. */
export const WORKSPACE_TABS = ['overview', 'activity', 'settings'] as const;

/** Leads to the parts of the page of a workspace. */
export function WorkspaceTabs(props: {
  /** Path of the page of the workspace. */
  readonly basePath: string;
}) {
  const { basePath } = props;
  const t = useMessages();
  const { pathname } = useLocation();
  const path = (tab: (typeof WORKSPACE_TABS)[number]) =>
    tab === 'overview' ? basePath : `${basePath}/${tab}`;
  const current =
    WORKSPACE_TABS.find(
      tab => tab !== 'overview' && pathname.startsWith(path(tab)),
    ) ?? 'overview';
  return (
    <Tabs
      component="nav"
      value={current}
      indicatorColor="primary"
      textColor="primary"
      aria-label={t('detail.tabsLabel')}
    >
      {WORKSPACE_TABS.map(tab => (
        <Tab
          key={tab}
          value={tab}
          component={Link}
          to={path(tab)}
          label={t(`detail.tabs.${tab}`)}
        />
      ))}
    </Tabs>
  );
}
