/**
 * Scaffolder actions that request, await and delete team workspaces.
 *
 * @packageDocumentation
 */
export { scaffolderModuleWorkspaces as default } from './module';
