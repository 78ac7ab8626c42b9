import { useRouteRef, useRouteRefParams } from '@backstage/core-plugin-api';
import { BreadcrumbEntry } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { useRef } from 'react';
import { Route, Routes } from 'react-router-dom';
import { ActivityTab } from '../activity';
import {
  Announcement,
  FailureNotice,
  NoPermission,
  StaleNotice,
} from '../components';
import { toFailure } from '../errors/toFailure';
import { useLiveWorkspace } from '../hooks/useLiveWorkspace';
import { useMessages } from '../hooks/useMessages';
import { IamTab } from '../iam';
import { MembersContent } from '../members';
import { OverviewTab } from '../overview';
import { workspaceRouteRef } from '../routes';
import { SettingsTab } from '../settings';
import { DetailSkeleton } from './DetailSkeleton';
import { usePhaseAnnouncement } from './usePhaseAnnouncement';
import { WorkspaceAbsent } from './WorkspaceAbsent';
import { WorkspaceHeader } from './WorkspaceHeader';
import { visibleTabs, WorkspaceTabs } from './WorkspaceTabs';

const useStyles = makeStyles(theme => ({
  root: { display: 'grid', gap: theme.spacing(2), minWidth: 0 },
}));

/** The page of one workspace: is it fine, and if not, what do I do? */
export function WorkspaceContent() {
  const classes = useStyles();
  const t = useMessages();
  const { id } = useRouteRefParams(workspaceRouteRef);
  const basePath = useRouteRef(workspaceRouteRef)({ id });
  const live = useLiveWorkspace(id);
  const { value: workspace, error, refresh } = live;
  const announcement = usePhaseAnnouncement(workspace);
  // What was seen here before: a workspace that disappears then was deleted, not mistyped.
  const seen = useRef<string>();
  if (workspace) {
    seen.current = workspace.id;
  }
  const status = error ? toFailure(error).status : undefined;
  if (status === 404) {
    return <WorkspaceAbsent id={id} deleted={seen.current === id} />;
  }
  if (status === 403) {
    return <NoPermission />;
  }
  if (!workspace) {
    return error ? (
      <FailureNotice
        title={t('detail.errorTitle')}
        error={error}
        onRetry={refresh}
      />
    ) : (
      <DetailSkeleton />
    );
  }
  const tabs = visibleTabs(workspace);
  return (
    <BreadcrumbEntry entry={{ label: workspace.displayName, href: basePath }}>
      <div className={classes.root}>
        <Announcement message={announcement} />
        <WorkspaceHeader workspace={workspace} onRetried={refresh} />
        <WorkspaceTabs workspace={workspace} basePath={basePath} />
        <StaleNotice live={live} />
        <Routes>
          {tabs.includes('members') && (
            <Route
              path="members"
              element={
                <MembersContent workspace={workspace} onChanged={refresh} />
              }
            />
          )}
          {tabs.includes('iam') && (
            <Route
              path="iam"
              element={<IamTab workspace={workspace} onChanged={refresh} />}
            />
          )}
          <Route
            path="activity"
            element={<ActivityTab workspace={workspace} />}
          />
          <Route
            path="settings"
            element={<SettingsTab workspace={workspace} onChanged={refresh} />}
          />
          <Route
            path="*"
            element={<OverviewTab workspace={workspace} onChanged={refresh} />}
          />
        </Routes>
      </div>
    </BreadcrumbEntry>
  );
}
