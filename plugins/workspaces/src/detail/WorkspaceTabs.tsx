import Tab from '@material-ui/core/Tab';
import Tabs from '@material-ui/core/Tabs';
import type { Workspace } from '@team-workspaces/backstage-plugin-workspaces-common';
import { Link, useLocation } from 'react-router-dom';
import { useMessages } from '../hooks/useMessages';

/** The parts of the page of a workspace; the first is the page itself. */
const WORKSPACE_TABS = [
  'overview',
  'members',
  'iam',
  'activity',
  'settings',
] as const;

/** What one must be allowed to for a part to be there; every other is there for all. */
const NEEDED = { members: 'read-members', iam: 'read-iam' } as const;

/** The parts that the reader may see. */
export function visibleTabs({
  access,
}: Pick<Workspace, 'access'>): ReadonlyArray<(typeof WORKSPACE_TABS)[number]> {
  return WORKSPACE_TABS.filter(
    tab =>
      (tab !== 'members' && tab !== 'iam') ||
      access.permissions.includes(NEEDED[tab]),
  );
}

/** Leads to the parts of the page of a workspace. */
export function WorkspaceTabs(props: {
  readonly workspace: Workspace;
  /** Path of the page of the workspace. */
  readonly basePath: string;
}) {
  const { workspace, basePath } = props;
  const tabs = visibleTabs(workspace);
  const t = useMessages();
  const { pathname } = useLocation();
  const path = (tab: (typeof WORKSPACE_TABS)[number]) =>
    tab === 'overview' ? basePath : `${basePath}/${tab}`;
  const current =
    tabs.find(tab => tab !== 'overview' && pathname.startsWith(path(tab))) ??
    'overview';
  return (
    <Tabs
      component="nav"
      value={current}
      variant="scrollable"
      scrollButtons="auto"
      indicatorColor="primary"
      textColor="primary"
      aria-label={t('detail.tabsLabel')}
    >
      {tabs.map(tab => (
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
