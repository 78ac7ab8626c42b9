export { EntityWorkspaceCard } from './EntityWorkspaceCard';
export { EntityWorkspaceMembers } from './EntityWorkspaceMembers';
export { EntityWorkspaces } from './EntityWorkspaces';
