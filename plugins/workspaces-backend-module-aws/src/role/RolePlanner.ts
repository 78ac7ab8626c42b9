import type {
  IamProof,
  Problem,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import type { StepContext } from '@team-workspaces/backstage-plugin-workspaces-node';
import type { AwsRole, RoleClient } from '../client';
import type { AwsClusterConfig } from '../config';
import type { IsolationSubject } from '../proof/IsolationSubject';
import type { AccountFacts } from './AccountFacts';
import { checkSizes } from './checkSizes';
import { renderRole, type DesiredRole } from './DesiredRole';
import type { FullReads } from './FullReads';
import { readLivePolicies, type LivePolicies } from './LiveRole';
import { planCreation, planUpdate } from './planUpsert';
import { isRecorded } from './roleChanges';
import { policyInput } from './policyInput';
import { elsewhere, findViolation, notOurs } from './roleProblems';
import { FINGERPRINT_TAG, isOwn } from './roleTags';
import type { RoleUpsert } from './RoleWrite';

/** Evaluates policies against every other workspace. Throws when those cannot be listed. */
export type ProveRole = (
  workspaceUid: string,
  subject: IsolationSubject,
) => Promise<IamProof>;

/** What the plan of one role came to. */
export interface RolePlan {
  /** Absent when the role is as it should be, or there is a problem. */
  readonly upsert?: RoleUpsert;
  /** As AWS has it; absent when there is none. */
  readonly live?: AwsRole;
  readonly problems: readonly Problem[];
}

/** Compares the role of a workspace with what it should be, and proves what would be written. */
export class RolePlanner {
  readonly #prove: ProveRole;
  readonly #facts: AccountFacts;
  readonly #fullReads: FullReads;

  constructor(options: {
    readonly prove: ProveRole;
    readonly facts: AccountFacts;
    readonly fullReads: FullReads;
  }) {
    this.#prove = options.prove;
    this.#facts = options.facts;
    this.#fullReads = options.fullReads;
  }

  /** One request when nothing differs. Writes nothing. Throws an AwsError or InvalidPolicyInput. */
  async plan(
    client: RoleClient,
    config: AwsClusterConfig,
    context: Pick<StepContext, 'workspace' | 'signal' | 'records'>,
  ): Promise<RolePlan> {
    const { workspace } = context;
    const desired = renderRole(config, workspace);
    const live = await client.getRole(desired.name, context);
    if (live) {
      const problem = findObstacle(live, desired, workspace);
      if (problem) {
        return { live, problems: [problem] };
      }
    }
    const { upsert, policies } = await this.#compare(
      client,
      desired,
      live,
      context,
    );
    if (upsert.parts.size === 0) {
      return { live, problems: [] };
    }
    const problems = [
      ...(await this.#checkSizes(client, upsert, policies)),
      ...(await this.#checkIsolation(config, workspace, upsert, policies)),
    ];
    return { live, problems, ...(problems.length === 0 && { upsert }) };
  }

  async #compare(
    client: RoleClient,
    desired: DesiredRole,
    live: AwsRole | undefined,
    { records, signal }: Pick<StepContext, 'records' | 'signal'>,
  ): Promise<{ upsert: RoleUpsert; policies?: LivePolicies }> {
    if (!live) {
      return { upsert: planCreation(desired) };
    }
    // A new role has the tag from the start, and a record once it has its policy, too.
    const complete =
      live.tags[FINGERPRINT_TAG] === desired.fingerprint &&
      isRecorded(records, live);
    if (complete && !this.#fullReads.isDue(desired.name)) {
      const upsert = planUpdate({
        desired,
        live,
        permissions: 'unread',
        complete,
      });
      if (upsert.parts.size === 0) {
        return { upsert };
      }
    }
    const policies = await readLivePolicies(client, live, { signal });
    const upsert = planUpdate({
      desired,
      live,
      permissions: policies.own,
      complete,
    });
    if (upsert.parts.size === 0) {
      this.#fullReads.done(desired.name);
    } else {
      // Until it is put right, every look is a full one.
      this.#fullReads.suspect(desired.name);
    }
    return { upsert, policies };
  }

  async #checkSizes(
    client: RoleClient,
    { desired, trust, permissions, type }: RoleUpsert,
    policies: LivePolicies | undefined,
  ): Promise<Problem[]> {
    return checkSizes({
      role: desired.name,
      trust,
      inline: [permissions, ...documentsOf(policies?.extra)],
      creates: type === 'create',
      quotas: await this.#facts.quotas(client),
    });
  }

  async #checkIsolation(
    config: AwsClusterConfig,
    workspace: StepContext['workspace'],
    { desired, trust, permissions }: RoleUpsert,
    policies: LivePolicies | undefined,
  ): Promise<Problem[]> {
    const proof = await this.#prove(workspace.uid, {
      workspace: policyInput(config, workspace),
      trust,
      permissions: [
        permissions,
        ...documentsOf(policies?.extra),
        ...documentsOf(policies?.attached),
      ],
    });
    const violation = findViolation(desired.name, proof);
    return violation ? [violation] : [];
  }
}

function findObstacle(
  live: AwsRole,
  desired: DesiredRole,
  workspace: StepContext['workspace'],
): Problem | undefined {
  if (!isOwn(live, workspace)) {
    return notOurs(live);
  }
  return live.arn === desired.arn ? undefined : elsewhere(live, desired.arn);
}

function documentsOf(policies: LivePolicies['extra'] = []) {
  return policies.flatMap(({ document }) => (document ? [document] : []));
}
