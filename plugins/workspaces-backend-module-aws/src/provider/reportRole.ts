import type {
  IamDrift,
  IamMode,
  IamReport,
  Problem,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import type { Workspace } from '@team-workspaces/backstage-plugin-workspaces-node';
import { AwsError, type AwsClients } from '../client';
import type { AwsClusterConfig } from '../config';
import { comparisonNameOf, reportPodIdentity } from '../podIdentity';
import type { AccountFacts, FullReads } from '../role';
import { renderRole } from '../role/DesiredRole';
import { findDrift } from './findDrift';
import { policyViews } from './policyViews';
import type { RoleInspector } from './RoleInspector';

/** Drift that the next look at a managed role puts right, and that needs its policies to be read. */
const HEALED: readonly IamDrift['kind'][] = [
  'missing-statement',
  'changed-statement',
];

/** States of associations that the next look puts right. */
const HEALED_STATES: readonly string[] = ['missing', 'drifted'];

/** What the page shows of a role. */
export async function reportRole(options: {
  readonly workspace: Workspace;
  readonly config: AwsClusterConfig | undefined;
  readonly inspector: RoleInspector;
  readonly accounts: AwsClients;
  readonly facts: AccountFacts;
  readonly fullReads: FullReads;
  readonly availableModes: readonly IamMode[];
}): Promise<Omit<IamReport, 'settings' | 'lastSync'>> {
  const { workspace, config, inspector, availableModes, fullReads } = options;
  const inspected = config && (await inspector.inspect(config, workspace));
  if (!config || !inspected) {
    return {
      availableModes: [...availableModes],
      policies: [],
      drift: [],
      problems: [],
    };
  }
  const client = options.accounts.roles(config);
  const problems: Problem[] = [];
  const { failure } = inspected.snapshot;
  if (failure) {
    problems.push(failure.toProblem());
  }
  const [proof, podIdentity, quotas] = await Promise.all([
    inspector.prove(workspace, inspected),
    reportPodIdentity({
      config,
      workspace,
      roleArn: inspected.arn,
      client: options.accounts.associations(config),
    }),
    failure
      ? undefined
      : options.facts.quotas(client).catch(error => {
          if (error instanceof AwsError) {
            problems.push(error.toProblem());
            return undefined;
          }
          throw error;
        }),
  ]);
  const drift = findDrift(
    inspected,
    workspace.iam.mode === 'managed' && config.permissionsBoundary
      ? renderRole(config, workspace)
      : undefined,
  );
  if (drift.some(({ kind }) => HEALED.includes(kind))) {
    fullReads.suspect(inspected.name);
  }
  if (
    podIdentity?.associations.some(({ state }) => HEALED_STATES.includes(state))
  ) {
    fullReads.suspect(comparisonNameOf(workspace));
  }
  return {
    availableModes: [...availableModes],
    roleName: inspected.name,
    ...(podIdentity && { podIdentity }),
    policies: policyViews(inspected, quotas),
    drift,
    proof,
    problems,
  };
}
