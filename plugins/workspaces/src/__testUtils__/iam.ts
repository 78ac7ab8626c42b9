import type {
  IamProof,
  IamProofCase,
  IamReport,
  IamSync,
  PolicyView,
  ServiceAccount,
  ServiceAccountList,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { AT } from './fixtures';

/** The role of Data Science. */
export const ROLE_ARN =
  'arn:aws:iam::123456789012:role/drls-workspace-data-science';

/** A sync of 27 ServiceAccounts, of which one was written. */
export function aSync(part: Partial<IamSync> = {}): IamSync {
  return {
    at: AT,
    by: 'user:default/ann',
    total: 27,
    updated: 1,
    unchanged: 26,
    failed: 0,
    failures: [],
    ...part,
  };
}

/** A statement that allows listing the prefix of the team. */
export const LIST_STATEMENT = {
  Sid: 'ListTeamPrefix',
  Effect: 'Allow',
  Action: 's3:ListBucket',
  Resource: 'arn:aws:s3:::data-lake',
  Condition: { StringLike: { 's3:prefix': ['data-science/*'] } },
};

/** The permission policy, as AWS has it too. */
export function aPolicy(part: Partial<PolicyView> = {}): PolicyView {
  const document = { Version: '2012-10-17', Statement: [LIST_STATEMENT] };
  return {
    kind: 'permissions',
    document,
    liveDocument: document,
    size: { size: 1078, limit: 10240, limitSource: 'documented' },
    ...part,
  };
}

/** A look-alike prefix that is refused, as it must be. */
export function aCase(part: Partial<IamProofCase> = {}): IamProofCase {
  return {
    title: 'Read an object of the workspace data-science-x',
    policy: 'permissions',
    workspaceId: 'data-science-x',
    request: {
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::data-lake/data-science-x/file',
    },
    expected: 'deny',
    decided: 'deny',
    ...part,
  };
}

/** A proof against 36 other workspaces. */
export function aProof(part: Partial<IamProof> = {}): IamProof {
  return {
    status: 'proved',
    source: 'live',
    at: AT,
    workspaces: 36,
    evaluated: 1440,
    durationMs: 12,
    cases: [aCase()],
    counterexamples: [],
    message: 'No request of another workspace is allowed.',
    ...part,
  };
}

/** A managed role that is as it should be. */
export function anIamReport(part: Partial<IamReport> = {}): IamReport {
  return {
    settings: { mode: 'managed', roleArn: ROLE_ARN },
    availableModes: ['none', 'external', 'managed'],
    roleName: 'drls-workspace-data-science',
    lastSync: aSync(),
    policies: [aPolicy()],
    drift: [],
    proof: aProof(),
    problems: [],
    ...part,
  };
}

/** The ServiceAccount of Bob, with the role. */
export function aServiceAccount(
  part: Partial<ServiceAccount> = {},
): ServiceAccount {
  return {
    namespace: 'data-science-notebooks',
    name: 'user-bob',
    ref: 'user:default/bob',
    state: 'ready',
    roleArn: ROLE_ARN,
    ...part,
  };
}

/** One ServiceAccount. */
export function someServiceAccounts(
  part: Partial<ServiceAccountList> = {},
): ServiceAccountList {
  return { items: [aServiceAccount()], ...part };
}
