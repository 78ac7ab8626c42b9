import type {
  IamMode,
  IamSettings,
  Problem,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import type {
  IamProvider,
  Workspace,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import type { AwsClusterConfig } from '../config';
import { formatRoleArn } from '../names';
import { InvalidPolicyInput } from '../policies';
import { findViolation } from '../role/roleProblems';
import { toStepProblem } from '../role/stepFailures';
import type { NeighbourProver } from './NeighbourProver';
import { resolveExternalArn } from './resolveRole';
import type { RoleInspector } from './RoleInspector';
import { roleArnOf, sameRole, tryParseRoleArn } from './roleOf';

type Resolved = Awaited<ReturnType<IamProvider['resolve']>>;

/** Decides whether somebody's choice of a role can be stored. */
export class RoleResolver {
  readonly #clusters: ReadonlyMap<string, AwsClusterConfig>;
  readonly #prover: NeighbourProver;
  readonly #inspector: RoleInspector;

  constructor(options: {
    readonly clusters: ReadonlyMap<string, AwsClusterConfig>;
    readonly prover: NeighbourProver;
    readonly inspector: RoleInspector;
  }) {
    this.#clusters = options.clusters;
    this.#prover = options.prover;
    this.#inspector = options.inspector;
  }

  /** Asks AWS only about a role that it would store. */
  async resolve(
    workspace: Workspace,
    wanted: IamSettings,
    modes: readonly IamMode[],
  ): Promise<Resolved> {
    if (!modes.includes(wanted.mode)) {
      return {
        problem: {
          reason: 'IamModeUnavailable',
          message: `Mode ${wanted.mode} is not available for cluster ${
            workspace.cluster
          }; there are ${modes.join(', ')}.`,
          hint: 'Choose another mode, or have it added to workspaces.aws in the configuration.',
        },
      };
    }
    switch (wanted.mode) {
      case 'managed':
        return this.#resolveManaged(workspace);
      case 'external':
        return this.#resolveExternal(workspace, wanted);
      default:
        return { settings: { mode: 'none' } };
    }
  }

  async #resolveManaged(workspace: Workspace): Promise<Resolved> {
    const config = this.#clusters.get(workspace.cluster);
    try {
      const roleArn = roleArnOf(config, {
        id: workspace.id,
        iam: { mode: 'managed' },
      });
      const own = roleArn && tryParseRoleArn(roleArn);
      if (!config || !roleArn || !own) {
        throw new Error('A managed role has an ARN');
      }
      const neighbours = await this.#prover.neighbours(workspace.uid);
      const taken = neighbours.some(neighbour => {
        const arn = roleArnOf(this.#clusters.get(neighbour.cluster), neighbour);
        const other = arn && tryParseRoleArn(arn);
        return other && sameRole(other, own);
      });
      return taken
        ? { problem: takenBy(roleArn) }
        : { settings: { mode: 'managed', roleArn } };
    } catch (error) {
      if (error instanceof InvalidPolicyInput) {
        return { problem: toStepProblem(error) };
      }
      throw error;
    }
  }

  async #resolveExternal(
    workspace: Workspace,
    wanted: IamSettings,
  ): Promise<Resolved> {
    const config = this.#clusters.get(workspace.cluster);
    const resolved = resolveExternalArn({
      config,
      clusters: this.#clusters,
      workspace,
      neighbours: await this.#prover.neighbours(workspace.uid),
      wanted,
    });
    if (resolved.problem) {
      return resolved;
    }
    const settings: IamSettings = {
      mode: 'external',
      roleArn: formatRoleArn(resolved.arn),
    };
    const problem = config && (await this.#judge(config, workspace, settings));
    return problem ? { problem } : { settings };
  }

  /** What AWS tells against a role; nothing where it may not be read, which the page then says. */
  async #judge(
    config: AwsClusterConfig,
    workspace: Workspace,
    iam: IamSettings,
  ): Promise<Problem | undefined> {
    const candidate = { ...workspace, iam };
    const inspected = await this.#inspector.inspect(config, candidate);
    if (!inspected) {
      return undefined;
    }
    const { role, failure } = inspected.snapshot;
    if (failure) {
      return failure.reason === 'AwsAccessDenied'
        ? undefined
        : failure.toProblem();
    }
    if (!role) {
      return {
        reason: 'RoleNotFound',
        message: `AWS has no role ${inspected.name} in account ${config.account}.`,
        hint: 'Make the role first, such as with templates/workspace-iam, and take its ARN from there.',
      };
    }
    if (role.arn !== inspected.arn) {
      return {
        reason: 'InvalidRoleArn',
        message: `The ARN of role ${role.name} is ${role.arn}.`,
        hint: 'Use that one: the path belongs to it.',
      };
    }
    const proof = await this.#inspector.prove(candidate, inspected);
    return findViolation(role.name, proof);
  }
}

function takenBy(roleArn: string): Problem {
  return {
    reason: 'RoleArnTaken',
    message: `${roleArn} is set for another workspace.`,
    hint: 'Give that workspace another role, or choose another roleNamePattern.',
  };
}
