export * from './ClusterClient';
export * from './ClusterDefinition';
export * from './ClusterError';
export * from './KubernetesObject';
