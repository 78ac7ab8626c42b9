import type {
  AssociationClient,
  AssociationPlace,
  NewAssociation,
  PodIdentityAssociation,
} from '../client';
import { AwsError } from '../client';
import { awsRefusal } from './FakeIam';
import { TEST_ACCOUNT } from './roleConfig';

/** The EKS cluster of tests. */
export const TEST_EKS_CLUSTER = 'prod';

/** The EKS of one account in memory, for tests of what we make of its answers. */
export class FakeEks implements AssociationClient {
  readonly associations = new Map<string, PodIdentityAssociation>();
  /** Every request, such as `CreatePodIdentityAssociation team-notebooks/workspace`. */
  readonly requests: string[] = [];
  /** Names of the clusters that there are. */
  readonly clusters = new Set([TEST_EKS_CLUSTER]);
  /** Associations that a cluster may have. */
  limit = 5000;
  /** Runs before each request, and may throw in its place. */
  before: (request: string) => void | Promise<void> = () => {};
  /** Runs after each request was carried out, and may throw: its answer is lost. */
  after: (request: string) => void | Promise<void> = () => {};
  readonly #created = new Map<string, string>();
  #ids = 0;

  list: AssociationClient['list'] = place =>
    this.#answer('ListPodIdentityAssociations', place.namespace, () => {
      this.#assertCluster(place.clusterName);
      return [...this.associations.values()]
        .filter(
          one =>
            one.clusterName === place.clusterName &&
            one.namespace === place.namespace &&
            (place.serviceAccount ?? one.serviceAccount) === one.serviceAccount,
        )
        .map(({ id }) => id);
    });

  describe: AssociationClient['describe'] = (_, id) =>
    this.#answer('DescribePodIdentityAssociation', id, () =>
      this.associations.get(id),
    );

  create: AssociationClient['create'] = association =>
    this.#answer('CreatePodIdentityAssociation', nameOf(association), () => {
      this.#assertCluster(association.clusterName);
      const repeated = this.associations.get(
        this.#created.get(association.clientRequestToken) ?? '',
      );
      if (repeated) {
        return repeated;
      }
      if (this.at(association)) {
        throw awsRefusal('ResourceInUse', 'AssociationNotOurs');
      }
      if (this.associations.size >= this.limit) {
        throw awsRefusal('ResourceLimitExceeded', 'AssociationLimitReached');
      }
      const made = this.add(association);
      this.#created.set(association.clientRequestToken, made.id);
      return made;
    });

  update: AssociationClient['update'] = ({ id }, { roleArn, clears }) =>
    this.#answer('UpdatePodIdentityAssociation', id, () => {
      this.change(id, {
        roleArn,
        disableSessionTags: false,
        ...Object.fromEntries(clears.map(key => [key, undefined])),
      });
    });

  tag: AssociationClient['tag'] = (arn, tags) =>
    this.#answer('TagResource', arn, () => {
      const id = arn.split('/').at(-1) ?? '';
      this.change(id, {
        tags: { ...this.associations.get(id)?.tags, ...tags },
      });
    });

  delete: AssociationClient['delete'] = (_, id) =>
    this.#answer('DeletePodIdentityAssociation', id, () => {
      this.associations.delete(id);
    });

  /** Puts an association there, as somebody else would. */
  add(
    association: Omit<NewAssociation, 'clientRequestToken'>,
  ): PodIdentityAssociation {
    const { clusterName, namespace, serviceAccount, roleArn, tags } =
      association;
    this.#ids += 1;
    const id = `a-${this.#ids}`;
    const made = {
      clusterName,
      namespace,
      serviceAccount,
      roleArn,
      tags,
      id,
      arn: `arn:aws:eks:eu-west-1:${TEST_ACCOUNT}:podidentityassociation/${clusterName}/${id}`,
      disableSessionTags: false,
    };
    this.associations.set(id, made);
    return made;
  }

  /** The association of a ServiceAccount. */
  at(place: AssociationPlace): PodIdentityAssociation | undefined {
    return [...this.associations.values()].find(
      one =>
        one.clusterName === place.clusterName && nameOf(one) === nameOf(place),
    );
  }

  /** Changes an association, as somebody else would. */
  change(id: string, changes: Partial<PodIdentityAssociation>): void {
    const association = this.associations.get(id);
    if (!association) {
      throw awsRefusal('ResourceNotFound', 'EksClusterNotFound');
    }
    this.associations.set(id, { ...association, ...changes });
  }

  /** The requests that changed something. */
  writes(): string[] {
    return this.requests.filter(request => !/^(Describe|List)/.test(request));
  }

  #assertCluster(name: string): void {
    if (!this.clusters.has(name)) {
      throw awsRefusal('ResourceNotFound', 'EksClusterNotFound');
    }
  }

  async #answer<T>(
    action: string,
    subject: string,
    answer: () => T,
  ): Promise<T> {
    const request = `${action} ${subject}`;
    this.requests.push(request);
    await this.before(request);
    const result = answer();
    await this.after(request);
    return result;
  }
}

/** How EKS refuses a role that IAM made a moment ago. */
export function roleUnknownToEks(): AwsError {
  return new AwsError({
    code: 'InvalidParameter',
    reason: 'AwsInvalid',
    message: 'AWS answered InvalidParameter.',
    raw: 'Role provided in the request does not exist.',
  });
}

function nameOf({ namespace, serviceAccount }: AssociationPlace): string {
  return `${namespace}/${serviceAccount}`;
}
