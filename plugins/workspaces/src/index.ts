/**
 * Team workspaces in Backstage: pages, entity tab and form fields for the legacy frontend system. The new one
 * finds the plugin at `./alpha`.
 *
 * @packageDocumentation
 */
export { workspacesApiRef } from './api';
export { FIELD_NAMES } from './fields/fieldNames';
export type { TextFieldOptions, TextFieldProps } from './fields/fieldTypes';
export {
  EntityWorkspaceCard,
  EntityWorkspaceMembersContent,
  EntityWorkspacesContent,
  TeamWorkspaceClusterFieldExtension,
  TeamWorkspaceIdFieldExtension,
  TeamWorkspaceOwnerFieldExtension,
  TeamWorkspacePlanFieldExtension,
  TeamWorkspaceQuotaProfileFieldExtension,
  WorkspacesPage,
  workspacesPlugin,
} from './plugin';
export {
  healthRouteRef,
  requestRouteRef,
  rootRouteRef,
  workspaceRouteRef,
} from './routes';
export { isTeamWorkspace } from './entity/workspaceEntity';
export { SignInReporter } from './signIn';
export { workspacesTranslationRef } from './translation';
