import {
  CreatePodIdentityAssociationCommand,
  DeletePodIdentityAssociationCommand,
  DescribePodIdentityAssociationCommand,
  paginateListPodIdentityAssociations,
  TagResourceCommand,
  UpdatePodIdentityAssociationCommand,
  type EKSClient,
  type PodIdentityAssociation as SdkAssociation,
} from '@aws-sdk/client-eks';
import type {
  AssociationClient,
  PodIdentityAssociation,
} from './AssociationClient';
import { hasCode } from './AwsError';
import { toOptions } from './sdkShapes';
import { toAwsError } from './toAwsError';

/** Asks the EKS of one account and region through the SDK. */
export class SdkAssociationClient implements AssociationClient {
  readonly #account: string;
  readonly #eks: () => Promise<EKSClient>;

  constructor(options: {
    readonly account: string;
    readonly eks: () => Promise<EKSClient>;
  }) {
    this.#account = options.account;
    this.#eks = options.eks;
  }

  list: AssociationClient['list'] = (place, control) =>
    this.#ask(
      'eks:ListPodIdentityAssociations',
      `cluster ${place.clusterName}`,
      async eks => {
        const ids: string[] = [];
        const pages = paginateListPodIdentityAssociations(
          { client: eks },
          // The SDK writes the token of the next page into it.
          { ...place },
          toOptions(control),
        );
        for await (const { associations = [] } of pages) {
          ids.push(
            ...associations.flatMap(({ associationId = [] }) => associationId),
          );
        }
        return ids;
      },
    );

  describe: AssociationClient['describe'] = (clusterName, id, control) =>
    this.#optional(
      'eks:DescribePodIdentityAssociation',
      `association ${id} of cluster ${clusterName}`,
      async eks => {
        const { association } = await eks.send(
          new DescribePodIdentityAssociationCommand({
            clusterName,
            associationId: id,
          }),
          toOptions(control),
        );
        return association && toAssociation(association);
      },
    );

  create: AssociationClient['create'] = (association, control) =>
    this.#ask(
      'eks:CreatePodIdentityAssociation',
      `ServiceAccount ${association.namespace}/${association.serviceAccount} of cluster ${association.clusterName}`,
      async eks => {
        const { association: created } = await eks.send(
          new CreatePodIdentityAssociationCommand({
            ...association,
            tags: { ...association.tags },
            disableSessionTags: false,
          }),
          toOptions(control),
        );
        if (!created) {
          throw new Error('AWS answered without the association');
        }
        return toAssociation(created);
      },
    );

  update: AssociationClient['update'] = (
    { clusterName, id },
    { roleArn, clears },
    control,
  ) =>
    this.#ask(
      'eks:UpdatePodIdentityAssociation',
      `association ${id} of cluster ${clusterName}`,
      async eks => {
        await eks.send(
          new UpdatePodIdentityAssociationCommand({
            clusterName,
            associationId: id,
            // Named even when it stays: EKS takes an absent role for one of another account.
            roleArn,
            disableSessionTags: false,
            ...Object.fromEntries(clears.map(key => [key, ''])),
          }),
          toOptions(control),
        );
      },
    );

  tag: AssociationClient['tag'] = (arn, tags, control) =>
    this.#ask('eks:TagResource', arn, async eks => {
      await eks.send(
        new TagResourceCommand({ resourceArn: arn, tags: { ...tags } }),
        toOptions(control),
      );
    });

  delete: AssociationClient['delete'] = (clusterName, id, control) =>
    this.#optional(
      'eks:DeletePodIdentityAssociation',
      `association ${id} of cluster ${clusterName}`,
      async eks => {
        await eks.send(
          new DeletePodIdentityAssociationCommand({
            clusterName,
            associationId: id,
          }),
          toOptions(control),
        );
      },
    );

  async #ask<T>(
    action: string,
    subject: string,
    ask: (eks: EKSClient) => Promise<T>,
  ): Promise<T> {
    try {
      return await ask(await this.#eks());
    } catch (error) {
      throw toAwsError({ action, subject, account: this.#account }, error);
    }
  }

  /** As {@link SdkAssociationClient.#ask}, undefined when EKS has no such association. */
  async #optional<T>(
    action: string,
    subject: string,
    ask: (eks: EKSClient) => Promise<T>,
  ): Promise<T | undefined> {
    try {
      return await this.#ask(action, subject, ask);
    } catch (error) {
      if (hasCode(error, 'ResourceNotFound')) {
        return undefined;
      }
      throw error;
    }
  }
}

function toAssociation(association: SdkAssociation): PodIdentityAssociation {
  const { targetRoleArn, policy } = association;
  return {
    clusterName: association.clusterName ?? '',
    namespace: association.namespace ?? '',
    serviceAccount: association.serviceAccount ?? '',
    id: association.associationId ?? '',
    arn: association.associationArn ?? '',
    roleArn: association.roleArn ?? '',
    tags: association.tags ?? {},
    disableSessionTags: association.disableSessionTags ?? false,
    ...(targetRoleArn && { targetRoleArn }),
    ...(policy && { policy }),
  };
}
