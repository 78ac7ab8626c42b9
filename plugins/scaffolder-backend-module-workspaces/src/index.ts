/**
 * Scaffolder actions that request, await and delete team workspaces, and set their members and AWS roles.
 *
 * @packageDocumentation
 */
export { scaffolderModuleWorkspaces as default } from './module';
