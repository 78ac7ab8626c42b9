import type { AwsCredentialsManager } from '@backstage/integration-aws-node';
import type {
  IamProvider,
  IamProviderContext,
  WorkspaceStep,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { AwsAccounts, type RoleClient } from './client';
import type { AwsClusterConfig } from './config';
import { AwsIamProvider, BackendContext, NeighbourProver } from './provider';
import { AccountFacts, AwsRoleStep, FullReads, RolePlanner } from './role';
import type { Sleep } from './role/settleRole';

/** What {@link createAwsRoles} is given. */
export interface AwsRolesOptions {
  readonly clusters: ReadonlyMap<string, AwsClusterConfig>;
  readonly credentials: AwsCredentialsManager;
  /** Takes the place of the clients that ask AWS. */
  readonly accounts?: { roles(config: AwsClusterConfig): RoleClient };
  /** How long AWS may take to answer, in milliseconds. */
  readonly timeoutMs?: number;
  readonly clock?: () => number;
  readonly sleep?: Sleep;
}

/** Puts step and provider together, which share clients, proofs and what is known of accounts. */
export function createAwsRoles(options: AwsRolesOptions): {
  readonly step: WorkspaceStep;
  readonly createProvider: (context: IamProviderContext) => IamProvider;
} {
  const { clusters, clock, sleep } = options;
  const accounts = options.accounts ?? new AwsAccounts(options);
  const facts = new AccountFacts({ clock });
  const fullReads = new FullReads({ clock });
  const context = new BackendContext();
  const prover = new NeighbourProver({ clusters, context });
  const shared = { clusters, accounts, facts, fullReads };
  const planner = new RolePlanner({
    prove: (uid, subject) => prover.prove(uid, subject),
    facts,
    fullReads,
  });
  return {
    step: new AwsRoleStep({ ...shared, planner, sleep }),
    createProvider: backend => {
      context.set(backend);
      return new AwsIamProvider({ ...shared, prover, context });
    },
  };
}
