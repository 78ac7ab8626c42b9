export { WorkspaceContent } from './WorkspaceContent';
