export type { AwsClusterConfig } from './AwsClusterConfig';
export { readAwsConfig } from './readAwsConfig';
