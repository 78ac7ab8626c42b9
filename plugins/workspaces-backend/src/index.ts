/**
 * The backend of team workspaces: HTTP API, store and reconciler.
 *
 * @packageDocumentation
 */
export { workspacesPlugin as default } from './plugin';
