export { EntityWorkspaces } from './EntityWorkspaces';
