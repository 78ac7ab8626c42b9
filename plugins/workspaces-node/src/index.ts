/**
 * What modules of the workspaces backend and authors of permission policies build upon.
 *
 * @packageDocumentation
 */
export * from './cluster';
export * from './config';
export * from './extensions';
export * from './iam';
export * from './people';
export * from './permissions';
export * from './steps';
export * from './workspace';
