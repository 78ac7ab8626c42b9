import type { HumanDuration } from '@backstage/types';

export interface Config {
  /** Team workspaces. */
  workspaces?: {
    /**
     * Entity refs of the Users and Groups that administer every workspace, such as `group:default/platform`.
     *
     * @visibility backend
     */
    admins?: string[];

    /**
     * The clusters that workspaces can be in; the first is the default. Exactly one of `kubeconfig`, `inCluster`,
     * `token` and `aws` says how to reach a cluster.
     *
     * @visibility backend
     */
    clusters?: Array<{
      /** Lower case letters, digits, and inner hyphens and dots. Stored with each workspace. */
      name: string;
      /** Shown to people; the name by default. */
      title?: string;
      /** Ranges (CIDR) of pods, services and nodes, which network policies never count as outside. */
      internalCidrs?: string[];
      /** A context of a kubeconfig file, which has to be named: the current one is never used. */
      kubeconfig?: {
        file: string;
        context: string;
      };
      /** The ServiceAccount of the pod that the portal runs in. */
      inCluster?: boolean;
      /** A bearer token. */
      token?: {
        /** Address of the API server, with https. */
        url: string;
        /** Certificate authority of the API server: PEM, base64. */
        caData?: string;
        /** File with the certificate authority: PEM. */
        caFile?: string;
        /** @visibility secret */
        token: string;
      };
      /** An EKS cluster, with the AWS identity that the portal runs under. */
      aws?: {
        /** Address of the API server, with https. */
        url: string;
        /** Certificate authority of the API server: PEM, base64. */
        caData?: string;
        /** File with the certificate authority: PEM. */
        caFile?: string;
        /** Name of the EKS cluster. */
        clusterName: string;
        region: string;
        /** Account whose credentials `integrations.aws` or `aws` of the configuration hold. */
        accountId?: string;
        /** ARN of a role to assume first. */
        assumeRole?: string;
        /** @visibility secret */
        externalId?: string;
      };
    }>;

    /**
     * The namespaces that every new workspace gets, as `{id}-{suffix}`. No suffix may end another, and none may
     * lead to a namespace of the default workspace. A suffix that is dropped stays with the workspaces that have
     * it. Default: `notebooks`, `drls-clusters` and `drls-pipelines`.
     *
     * @visibility backend
     */
    namespaces?: Array<{
      /** Without the joining hyphen. */
      suffix: string;
      /** Name of a network profile. */
      networkProfile: string;
      /** Pod Security Standard to enforce; `restricted` by default. */
      podSecurity?: 'privileged' | 'baseline' | 'restricted';
    }>;

    /**
     * Ids that no workspace may have, beside `default`.
     *
     * @visibility backend
     */
    reservedIds?: string[];

    /**
     * The workspace on namespaces that exist already. It is shown, and never changed.
     *
     * @visibility backend
     */
    defaultWorkspace?: {
      /** `true` by default. */
      enabled?: boolean;
      displayName?: string;
      /** Entity ref of a Group. */
      owner?: string;
      /** Default: `notebooks`, `drls-clusters` and `drls-pipelines`. */
      namespaces?: Array<{
        name: string;
        /** Name of a network profile. */
        networkProfile: string;
      }>;
    };

    /**
     * What pods may be reached from and may reach.
     *
     * @visibility backend
     */
    network?: {
      /** The pods of the core services; both selectors must match. */
      coreServices?: {
        /** Default: `kubernetes.io/metadata.name: core-services`. */
        namespaceLabels: { [label: string]: string };
        /** Default: `app.kubernetes.io/name: core-services`. */
        podLabels: { [label: string]: string };
      };
      /** The DNS of the cluster; both selectors must match. */
      dns?: {
        /** Default: `kubernetes.io/metadata.name: kube-system`. */
        namespaceLabels: { [label: string]: string };
        /** Default: `k8s-app: kube-dns`. */
        podLabels: { [label: string]: string };
      };
      /**
       * Profiles by name, beside the shipped `notebooks`, `clusters` and `pipelines`; one of the same name takes the
       * place of the shipped one. Whatever a profile does not name is denied, except DNS.
       */
      profiles?: {
        [name: string]: {
          /** `all` ports, or some, on which the core services may connect; none by default. */
          ingressFromCoreServices?:
            | 'all'
            | Array<{ protocol?: 'TCP' | 'UDP'; port: number }>;
          /** Whether pods of the namespace may connect to each other; `false` by default. */
          withinNamespace?: boolean;
          /** Ports on addresses outside: private, link-local and cluster ranges are left out. None by default. */
          egressOutside?: Array<{ protocol?: 'TCP' | 'UDP'; port: number }>;
          /** Ranges that may be reached though they are private, such as those of VPC endpoints. */
          egressTo?: Array<{
            /** Such as `10.20.0.0/24`. Never everything, nor the metadata service of cloud machines. */
            cidr: string;
            ports: Array<{ protocol?: 'TCP' | 'UDP'; port: number }>;
          }>;
        };
      };
    };

    /**
     * Quota profiles by name, in the order in which they are offered. They take the place of the shipped `small`,
     * `medium` and `large`. All limits are per namespace.
     *
     * @visibility backend
     */
    quotaProfiles?: {
      [name: string]: {
        /** Shown to people; the name by default. */
        title?: string;
        description?: string;
        /** Limits of the ResourceQuota, such as `requests.cpu: 8`, as Kubernetes quantities. */
        hard: { [resource: string]: string | number };
        /** The LimitRange of containers. */
        container: {
          /** Limits of containers that have none. */
          default?: { [resource: string]: string | number };
          /** Requests of containers that have none. */
          defaultRequest?: { [resource: string]: string | number };
          /** The most that a container may have. */
          max?: { [resource: string]: string | number };
        };
      };
    };

    /**
     * Quota profile of workspaces whose request names none; `small`, or else the first.
     *
     * @visibility backend
     */
    defaultQuotaProfile?: string;

    /**
     * How the cluster calls Users and Groups of the catalog. `{name}` and `{namespace}` stand for those of the
     * entity, in lower case. Without `{namespace}`, only entities of the namespace `default` get rights.
     *
     * @visibility backend
     */
    rbac?: {
      /** `{name}` by default; for example `oidc:{name}`. */
      userSubject?: string;
      /** `{name}` by default; for example `oidc:{name}`. */
      groupSubject?: string;
    };

    /** @visibility backend */
    limits?: {
      /** Workspaces that one Group may own; 5 by default. */
      perGroup?: number;
    };

    /**
     * Whether members of a Group below count as members of the Groups above it; `true` by default.
     *
     * @visibility backend
     */
    nestedGroups?: boolean;

    /**
     * How people are called by the identity provider.
     *
     * @visibility backend
     */
    identity?: {
      /**
       * Annotation of User entities with the subject, such as `example.com/subject`. ServiceAccounts are named after
       * it; without one, after the entity ref.
       */
      subjectAnnotation?: string;
    };

    /** @visibility backend */
    membership?: {
      /**
       * Where Users and Groups must come from to give anybody a role, as the annotation
       * `backstage.io/managed-by-origin-location` has it; `*` stands for any characters. Without, everything counts
       * but what was registered while the catalog was running.
       */
      trustedLocations?: string[];
    };

    /**
     * How workspaces are kept as they are wanted. Durations are such as `{ minutes: 10 }` or `10m`.
     *
     * @visibility backend
     */
    reconciler?: {
      /** Workspaces worked on at once by one backend; 8 by default. */
      concurrency?: number;
      /** Writes to one cluster at once by one backend; 24 by default. */
      writeConcurrency?: number;
      /** How long a backend may be silent before another takes its workspace over; 30 seconds by default. */
      lease?: HumanDuration | string;
      /** How often to look for workspaces that are due; 5 seconds by default. */
      pollInterval?: HumanDuration | string;
      /** Waiting time between attempts: it doubles from `base` (1 second) up to `max` (5 minutes). */
      backoff?: {
        base?: HumanDuration | string;
        max?: HumanDuration | string;
      };
      /** Attempts with passing faults before a workspace counts as failed; 3 by default. */
      attemptsBeforeError?: number;
      /** How often a whole cluster is compared, beside watching it; 10 minutes by default. */
      resyncInterval?: HumanDuration | string;
      /** Whether differences are put right by themselves (`heal`, the default) or only shown (`report`). */
      drift?: 'heal' | 'report';
      /** How long a namespace may take to go before it counts as stuck; 2 minutes by default. */
      stuckTerminating?: HumanDuration | string;
      /** How long one step of a pass may take before it counts as failed. Default: 5 minutes. */
      stepTimeout?: HumanDuration | string;
    };
  };
}
