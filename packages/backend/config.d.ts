export interface Config {
  /** The Kubernetes API that a portal without `workspaces.clusters` starts for itself. */
  devCluster?: {
    /** Where it keeps its objects, relative to the backend's working directory. */
    directory?: string;
  };
}
