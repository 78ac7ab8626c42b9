export { runChecks, type ChecksOptions } from './runChecks';
