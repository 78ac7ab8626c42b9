export * from './readWorkspacesConfig';
