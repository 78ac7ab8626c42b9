export * from './policies';
export { workspacesModuleAws as default } from './module';
