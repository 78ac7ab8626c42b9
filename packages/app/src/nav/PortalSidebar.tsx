import {
  Sidebar,
  SidebarDivider,
  SidebarGroup,
  SidebarItem,
  SidebarScrollWrapper,
  SidebarSpace,
} from '@backstage/core-components';
import type {
  NavContentComponentProps,
  NavContentNavItem,
} from '@backstage/plugin-app-react';
import { NotificationsSidebarItem } from '@backstage/plugin-notifications';
import { UserSettingsSignInAvatar } from '@backstage/plugin-user-settings';
import { makeStyles } from '@material-ui/core/styles';
import AddCircleOutlineIcon from '@material-ui/icons/AddCircleOutline';
import MenuIcon from '@material-ui/icons/Menu';
import { SidebarHeader } from './SidebarHeader';

const useStyles = makeStyles({
  // By default a title is cut where an action could stand, even when there is none.
  item: { '& .MuiTypography-root': { width: 'auto', flexShrink: 0 } },
});

const NavItem = (item: NavContentNavItem) => {
  const classes = useStyles();
  return (
    <SidebarItem
      className={classes.item}
      icon={() => item.icon}
      to={item.href}
      text={item.title}
    />
  );
};

/** Team workspaces first, then the rest of the portal; what belongs to the person at the bottom. */
export const PortalSidebar = ({ navItems }: NavContentComponentProps) => {
  const nav = navItems.withComponent(NavItem);
  const create = navItems.take('page:scaffolder');
  // Shown by their own items below.
  navItems.take('page:notifications');
  navItems.take('page:user-settings');

  return (
    <Sidebar>
      <SidebarHeader />
      <SidebarDivider />
      <SidebarGroup label="Menu" icon={<MenuIcon />}>
        {nav.take('page:workspaces')}
        {nav.take('page:catalog')}
        {create && (
          <SidebarItem
            icon={AddCircleOutlineIcon}
            to={create.href}
            text="Create"
          />
        )}
        <SidebarDivider />
        <SidebarScrollWrapper>
          {nav.rest({ sortBy: 'title' })}
        </SidebarScrollWrapper>
      </SidebarGroup>
      <SidebarSpace />
      <SidebarDivider />
      <SidebarGroup label="Settings" icon={<UserSettingsSignInAvatar />}>
        <NotificationsSidebarItem />
        <SidebarItem
          icon={() => <UserSettingsSignInAvatar />}
          to="/settings"
          text="Settings"
        />
      </SidebarGroup>
    </Sidebar>
  );
};
