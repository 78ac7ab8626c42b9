import type { ClusterDefinition } from '@team-workspaces/backstage-plugin-workspaces-node';

/** One namespace that every workspace gets. */
export interface NamespaceConfig {
  /** Without the joining hyphen. */
  readonly suffix: string;
  /** Name of a network profile. */
  readonly networkProfile: string;
  /** Pod Security Standard to enforce. */
  readonly podSecurity: 'privileged' | 'baseline' | 'restricted';
}

/** A port of a network rule. */
export interface NetworkPort {
  readonly protocol: 'TCP' | 'UDP';
  readonly port: number;
}

/** Pods in another namespace: both selectors must match. */
export interface NetworkPeer {
  readonly namespaceLabels: Readonly<Record<string, string>>;
  readonly podLabels: Readonly<Record<string, string>>;
}

/** What pods of a namespace may be reached from and may reach; everything else is denied. */
export interface NetworkProfileConfig {
  readonly name: string;
  /** Ports on which the core services may connect; `all` for every port, absent for none. */
  readonly ingressFromCoreServices?: 'all' | readonly NetworkPort[];
  /** Whether pods of the same namespace may connect to each other. */
  readonly withinNamespace: boolean;
  /** Ports to addresses outside: private, link-local, carrier-grade and cluster ranges are left out. */
  readonly egressOutside: readonly NetworkPort[];
  /** Explicit ranges that may be reached though they are private, such as VPC endpoints. */
  readonly egressTo: readonly {
    readonly cidr: string;
    readonly ports: readonly NetworkPort[];
  }[];
}

/** Quota and limits of one namespace. Quantities are Kubernetes quantities. */
export interface QuotaProfileConfig {
  readonly name: string;
  readonly title: string;
  readonly description?: string;
  /** `spec.hard` of the ResourceQuota. */
  readonly hard: Readonly<Record<string, string>>;
  /** The LimitRange of containers. */
  readonly container: {
    readonly default: Readonly<Record<string, string>>;
    readonly defaultRequest: Readonly<Record<string, string>>;
    readonly max?: Readonly<Record<string, string>>;
  };
}

/** How catalog entities are called in the cluster. `{name}` and `{namespace}` stand for those of the entity. */
export interface RbacConfig {
  readonly userSubject: string;
  readonly groupSubject: string;
}

/** Network facts shared by all profiles. */
export interface NetworkConfig {
  readonly coreServices: NetworkPeer;
  readonly dns: NetworkPeer;
  readonly profiles: readonly NetworkProfileConfig[];
}

/** The workspace on pre-existing namespaces. */
export interface DefaultWorkspaceConfig {
  readonly displayName: string;
  readonly owner: string | undefined;
  readonly namespaces: readonly {
    readonly name: string;
    readonly networkProfile: string;
  }[];
}

/** Which Users and Groups of the catalog count. Locations are such as `url:https://example.com/org.yaml`. */
export interface MembershipConfig {
  /** Patterns, with `*` for any characters; undefined for whatever was not registered while the catalog was running. */
  readonly trustedLocations: readonly string[] | undefined;
  /** Those of `catalog.locations`. */
  readonly catalogLocations: readonly string[];
}

/** Timing of the reconciler. All durations in milliseconds. */
export interface ReconcilerConfig {
  /** Workspaces worked on at once by one backend. */
  readonly concurrency: number;
  /** Writes to one cluster at once by one backend. */
  readonly writeConcurrency: number;
  readonly leaseMs: number;
  readonly pollIntervalMs: number;
  readonly backoffBaseMs: number;
  readonly backoffMaxMs: number;
  /** Attempts with passing faults before the phase says `error`. */
  readonly attemptsBeforeError: number;
  /** How often a whole cluster is compared. */
  readonly resyncIntervalMs: number;
  readonly drift: 'heal' | 'report';
  /** After this long a Terminating namespace counts as stuck. */
  readonly stuckTerminatingMs: number;
  /** How long one step of a pass may take before it counts as failed. */
  readonly stepTimeoutMs: number;
}

/** How people are called by the identity provider. */
export interface IdentityConfig {
  /** Annotation of Users with their subject; undefined for the entity ref. */
  readonly subjectAnnotation: string | undefined;
}

/** The `workspaces` section of the configuration, read and checked. */
export interface WorkspacesConfig {
  /** Lower case entity refs of Users and Groups. */
  readonly admins: readonly string[];
  readonly clusters: readonly ClusterDefinition[];
  readonly namespaces: readonly NamespaceConfig[];
  readonly reservedIds: readonly string[];
  /** Undefined when switched off. */
  readonly defaultWorkspace: DefaultWorkspaceConfig | undefined;
  readonly network: NetworkConfig;
  readonly quotaProfiles: readonly QuotaProfileConfig[];
  readonly defaultQuotaProfile: string;
  readonly rbac: RbacConfig;
  readonly workspacesPerGroup: number;
  readonly nestedGroups: boolean;
  readonly membership: MembershipConfig;
  readonly identity: IdentityConfig;
  readonly reconciler: ReconcilerConfig;
}
