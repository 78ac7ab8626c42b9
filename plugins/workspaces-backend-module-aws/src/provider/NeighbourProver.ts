import type { IamProof } from '@team-workspaces/backstage-plugin-workspaces-common';
import type { IamNeighbour } from '@team-workspaces/backstage-plugin-workspaces-node';
import type { AwsClusterConfig } from '../config';
import {
  IsolationProver,
  type IsolationSubject,
  type WorkspaceIdentity,
} from '../proof';
import {
  InvalidPolicyInput,
  renderPermissionsPolicy,
  renderTrustPolicy,
} from '../policies';
import { policyInput } from '../role/policyInput';
import type { BackendContext } from './BackendContext';

/** Proves policies against all workspaces there are. */
export class NeighbourProver {
  readonly #clusters: ReadonlyMap<string, AwsClusterConfig>;
  readonly #context: BackendContext;
  readonly #prover = new IsolationProver();

  constructor(options: {
    readonly clusters: ReadonlyMap<string, AwsClusterConfig>;
    readonly context: BackendContext;
  }) {
    this.#clusters = options.clusters;
    this.#context = options.context;
  }

  /** Throws when the other workspaces cannot be listed: nothing is proved then. */
  async prove(
    workspaceUid: string,
    subject: IsolationSubject,
    source: IamProof['source'] = 'rendered',
  ): Promise<IamProof> {
    const neighbours = await this.neighbours(workspaceUid);
    return this.#prover.prove(subject, {
      neighbours: neighbours.flatMap(neighbour => this.#identityOf(neighbour)),
      roles: neighbours.flatMap(neighbour => this.#roleOf(neighbour)),
      source,
    });
  }

  /** All other workspaces. */
  async neighbours(workspaceUid: string): Promise<IamNeighbour[]> {
    const workspaces = await this.#context.get().listWorkspaces();
    return workspaces.filter(({ uid }) => uid !== workspaceUid);
  }

  /** The role that we make for another workspace; what others made is proved when that workspace is looked at. */
  #roleOf(neighbour: IamNeighbour): IsolationSubject[] {
    const config = this.#clusters.get(neighbour.cluster);
    if (!config || neighbour.iam.mode !== 'managed') {
      return [];
    }
    try {
      const workspace = policyInput(config, neighbour);
      return [
        {
          workspace,
          trust: renderTrustPolicy(workspace),
          permissions: [renderPermissionsPolicy(workspace)],
        },
      ];
    } catch (error) {
      if (error instanceof InvalidPolicyInput) {
        // It is never written either.
        return [];
      }
      throw error;
    }
  }

  /** Nothing for workspaces of clusters without an AWS side: they have neither prefix nor issuer. */
  #identityOf(neighbour: IamNeighbour): WorkspaceIdentity[] {
    const config = this.#clusters.get(neighbour.cluster);
    return config
      ? [
          {
            workspaceId: neighbour.id,
            namespaces: neighbour.namespaces.map(({ name }) => name),
            oidcProvider: config.oidcProvider,
            bucket: config.bucket,
          },
        ]
      : [];
  }
}
