import type { IamProof } from '@team-workspaces/backstage-plugin-workspaces-common';
import type { Workspace } from '@team-workspaces/backstage-plugin-workspaces-node';
import type { AwsAccounts } from '../client';
import type { AwsClusterConfig } from '../config';
import {
  renderPermissionsPolicy,
  renderTrustPolicy,
  type PolicyDocument,
} from '../policies';
import type { IsolationSubject } from '../proof';
import { policyInput } from '../role/policyInput';
import type { NeighbourProver } from './NeighbourProver';
import { roleArnOf, tryParseRoleArn } from './roleOf';
import {
  readablePermissions,
  readRoleSnapshot,
  type RoleSnapshot,
} from './RoleSnapshot';
import { usesPodIdentity } from './usesPodIdentity';

/** The role of a workspace: as rendered, as AWS has it, and what is to be judged. */
export interface InspectedRole {
  readonly arn: string;
  readonly name: string;
  readonly trust: PolicyDocument;
  readonly permissions: PolicyDocument;
  readonly snapshot: RoleSnapshot;
  /** Live policies where all may be read, else those of a managed role; absent where nothing can be said. */
  readonly subject?: IsolationSubject;
  readonly source: 'live' | 'rendered';
}

/** Reads roles and judges them. */
export class RoleInspector {
  readonly #accounts: Pick<AwsAccounts, 'roles'>;
  readonly #prover: NeighbourProver;

  constructor(options: {
    readonly accounts: Pick<AwsAccounts, 'roles'>;
    readonly prover: NeighbourProver;
  }) {
    this.#accounts = options.accounts;
    this.#prover = options.prover;
  }

  /** Undefined when the workspace has no role. */
  async inspect(
    config: AwsClusterConfig,
    workspace: Workspace,
  ): Promise<InspectedRole | undefined> {
    const arn = roleArnOf(config, workspace);
    const name = arn && tryParseRoleArn(arn)?.name;
    if (!arn || !name) {
      return undefined;
    }
    const input = policyInput(config, workspace);
    const trust = renderTrustPolicy(input);
    const permissions = renderPermissionsPolicy(input);
    const snapshot = await readRoleSnapshot(this.#accounts.roles(config), name);
    const live = readablePermissions(snapshot.policies);
    const common = { arn, name, trust, permissions, snapshot };
    if (snapshot.role && live) {
      const subject = {
        workspace: input,
        needsPodIdentity:
          workspace.iam.mode === 'managed' ||
          usesPodIdentity(input, snapshot.role.trust),
        trust: snapshot.role.trust,
        permissions: live,
      };
      return { ...common, subject, source: 'live' };
    }
    return {
      ...common,
      source: 'rendered',
      ...(workspace.iam.mode === 'managed' && {
        subject: { workspace: input, trust, permissions: [permissions] },
      }),
    };
  }

  /** Proves what {@link RoleInspector.inspect} found. */
  async prove(
    workspace: Workspace,
    inspected: InspectedRole | undefined,
  ): Promise<IamProof> {
    if (!inspected) {
      return withoutProof('not-applicable', 'The workspace has no role.');
    }
    const { subject, source, snapshot } = inspected;
    return subject
      ? this.#prover.prove(workspace.uid, subject, source)
      : withoutProof(
          'not-verified',
          snapshot.failure
            ? `The policies of the role cannot be read: ${snapshot.failure.message}`
            : 'The policies of the role cannot be read.',
        );
  }
}

/** The proof where there is nothing that could be proved. */
export function withoutProof(
  status: 'not-applicable' | 'not-verified',
  message: string,
): IamProof {
  return {
    status,
    message,
    workspaces: 0,
    evaluated: 0,
    cases: [],
    counterexamples: [],
  };
}
