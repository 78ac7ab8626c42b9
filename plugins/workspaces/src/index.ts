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
export { workspacesTranslationRef } from './translation';
