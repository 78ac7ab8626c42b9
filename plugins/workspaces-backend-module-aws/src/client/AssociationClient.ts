import type { AwsRequestControl } from './RoleClient';

/** Which ServiceAccount of which EKS cluster an association is for; there is one association at most for each. */
export interface AssociationPlace {
  /** Name of the EKS cluster. */
  readonly clusterName: string;
  readonly namespace: string;
  readonly serviceAccount: string;
}

/** An EKS Pod Identity association as one read tells it. */
export interface PodIdentityAssociation extends AssociationPlace {
  /** Such as `a-9njjin9gfghecgocd`; never used again. */
  readonly id: string;
  readonly arn: string;
  readonly roleArn: string;
  readonly tags: Readonly<Record<string, string>>;
  /** Whether pods get no session tags, so that the trust of our roles refuses them. */
  readonly disableSessionTags: boolean;
  /** A role that EKS assumes with the first one, and that pods get in its place. */
  readonly targetRoleArn?: string;
  /** A policy, as JSON, that narrows what pods may do. */
  readonly policy?: string;
}

/** An association to be made. */
export interface NewAssociation extends AssociationPlace {
  readonly roleArn: string;
  readonly tags: Readonly<Record<string, string>>;
  /** With the same token a creation is carried out once, however often it is asked for. */
  readonly clientRequestToken: string;
}

/** What an association is brought to: this role alone, with session tags. */
export interface AssociationUpdate {
  readonly roleArn: string;
  /** Whether a target role or a policy of somebody else is taken away. */
  readonly clears: readonly ('targetRoleArn' | 'policy')[];
}

/**
 * The requests that we make to the EKS of one account and region. Every method throws an AwsError when AWS refuses,
 * fails or does not answer.
 */
export interface AssociationClient {
  /** Ids of associations in a namespace. Refuses with code `ResourceNotFound` when there is no such cluster. */
  list(
    place: Omit<AssociationPlace, 'serviceAccount'> & {
      /** All when absent. */
      readonly serviceAccount?: string;
    },
    control?: AwsRequestControl,
  ): Promise<string[]>;
  /** Undefined when there is no such association or cluster. */
  describe(
    clusterName: string,
    id: string,
    control?: AwsRequestControl,
  ): Promise<PodIdentityAssociation | undefined>;
  /** Refuses with code `ResourceInUse` when the ServiceAccount has an association. */
  create(
    association: NewAssociation,
    control?: AwsRequestControl,
  ): Promise<PodIdentityAssociation>;
  /** Refuses with code `ResourceNotFound`. */
  update(
    association: Pick<PodIdentityAssociation, 'clusterName' | 'id'>,
    update: AssociationUpdate,
    control?: AwsRequestControl,
  ): Promise<void>;
  /** Adds and replaces tags. Refuses with code `ResourceNotFound`. */
  tag(
    arn: string,
    tags: Readonly<Record<string, string>>,
    control?: AwsRequestControl,
  ): Promise<void>;
  /** One that is not there counts as deleted. */
  delete(
    clusterName: string,
    id: string,
    control?: AwsRequestControl,
  ): Promise<void>;
}
