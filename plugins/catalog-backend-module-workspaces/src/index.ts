/**
 * Brings team workspaces and their members into the catalog.
 *
 * @packageDocumentation
 */
export { catalogModuleWorkspaces as default } from './module';
