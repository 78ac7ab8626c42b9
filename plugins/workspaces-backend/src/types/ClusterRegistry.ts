import type {
  ClusterClient,
  ClusterDefinition,
} from '@team-workspaces/backstage-plugin-workspaces-node';

/** The clusters that workspaces can be in. */
export interface ClusterRegistry {
  /** Definitions in the order of the configuration; the first is the default. */
  list(): readonly ClusterDefinition[];
  /** The client of a cluster, made once and shared. Throws ClusterError `ClusterNotConfigured`. */
  client(name: string): Promise<ClusterClient>;
  definition(name: string): ClusterDefinition | undefined;
  /** Closes connections. */
  close(): Promise<void>;
}
