import type { AwsCredentialsManager } from '@backstage/integration-aws-node';
import type {
  IamProvider,
  IamProviderContext,
  WorkspaceStep,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { AwsAccounts, type AwsClients } from './client';
import type { AwsClusterConfig } from './config';
import { PodIdentityStep } from './podIdentity';
import { AwsIamProvider, BackendContext, NeighbourProver } from './provider';
import { AccountFacts, AwsRoleStep, FullReads, RolePlanner } from './role';
import type { Sleep } from './role/settleRole';

/** What {@link createAwsRoles} is given. */
export interface AwsRolesOptions {
  readonly clusters: ReadonlyMap<string, AwsClusterConfig>;
  readonly credentials: AwsCredentialsManager;
  /** Takes the place of the clients that ask AWS. */
  readonly accounts?: AwsClients;
  /** How long AWS may take to answer, in milliseconds. */
  readonly timeoutMs?: number;
  readonly clock?: () => number;
  readonly sleep?: Sleep;
}

/** Puts steps and provider together, which share clients, proofs and what is known of accounts. */
export function createAwsRoles(options: AwsRolesOptions): {
  /** In the order in which they depend on each other. */
  readonly steps: readonly WorkspaceStep[];
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
  const podIdentity = new PodIdentityStep({ ...shared, sleep });
  const role = new AwsRoleStep({
    ...shared,
    planner,
    release: stepContext => podIdentity.release(stepContext),
    sleep,
  });
  return {
    steps: [role, podIdentity],
    createProvider: backend => {
      context.set(backend);
      return new AwsIamProvider({ ...shared, prover, context });
    },
  };
}
