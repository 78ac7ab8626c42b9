export { WorkspacesContent } from './WorkspacesContent';
export { WorkspacesPage } from './WorkspacesPage';
