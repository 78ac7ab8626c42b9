import { ResponseError } from '@backstage/errors';
import {
  ROLE_PERMISSIONS,
  type Activity,
  type Change,
  type Condition,
  type Options,
  type Plan,
  type Role,
  type Usage,
  type Workspace,
  type WorkspaceList,
} from '@team-workspaces/backstage-plugin-workspaces-common';

/** A time that every fixture shares. */
export const AT = '2026-03-01T12:00:00.000Z';

/** What somebody of a role may do. */
export function accessOf(role: Role): Workspace['access'] {
  return { role, permissions: [...ROLE_PERMISSIONS[role]] };
}

/** A step that is done, but for what is given. */
export function aCondition(part: Partial<Condition> = {}): Condition {
  return {
    type: 'namespaces',
    title: 'Namespaces',
    status: 'True',
    reason: 'Ready',
    message: '3 objects as wanted.',
    essential: true,
    dependsOn: [],
    done: 3,
    total: 3,
    durationMs: 1200,
    lastTransitionTime: AT,
    ...part,
  };
}

/** An active workspace of Data Science seen by a portal admin, but for what is given. */
export function aWorkspace(part: Partial<Workspace> = {}): Workspace {
  const { id = 'data-science' } = part;
  return {
    id,
    displayName: 'Data Science',
    description: 'Builds models.',
    owner: 'group:default/team-ds',
    cluster: 'eks-prod-eu',
    quotaProfile: 'small',
    phase: 'active',
    isDefault: false,
    protected: false,
    namespaces: [
      {
        name: `${id}-notebooks`,
        suffix: 'notebooks',
        networkProfile: 'notebooks',
        uid: 'uid-1',
      },
    ],
    conditions: [
      aCondition(),
      aCondition({
        type: 'rbac',
        title: 'RBAC',
        dependsOn: ['namespaces'],
      }),
    ],
    memberCount: 12,
    iam: { mode: 'none' },
    generation: 1,
    observedGeneration: 1,
    revision: 7,
    createdAt: AT,
    createdBy: 'user:default/dana',
    updatedAt: AT,
    lastPassAt: AT,
    access: accessOf('portal-admin'),
    ...part,
  };
}

/** A workspace whose namespace belongs to somebody else. */
export function aFailedWorkspace(part: Partial<Workspace> = {}): Workspace {
  return aWorkspace({
    id: 'alpha',
    displayName: 'Alpha',
    owner: 'group:default/team-alpha',
    phase: 'error',
    conditions: [
      aCondition({
        status: 'False',
        reason: 'NamespaceConflict',
        message:
          'The namespace alpha-notebooks already exists and belongs to someone else. It was made by Terraform.',
        hint: 'Show what adopting it would change, or choose another id.',
        raw: '{"kind":"Status"}',
        done: undefined,
        total: undefined,
      }),
      aCondition({
        type: 'rbac',
        title: 'RBAC',
        status: 'Unknown',
        reason: 'Waiting',
        message: 'Waits for namespaces.',
        dependsOn: ['namespaces'],
      }),
    ],
    ...part,
  });
}

/** A page of the list. */
export function aList(
  items: Workspace[],
  part: Partial<WorkspaceList> = {},
): WorkspaceList {
  return {
    items,
    totalItems: items.length,
    counts: { mine: items.length, all: items.length, attention: 0 },
    ...part,
  };
}

/** The choices of a developer of Data Science. */
export function someOptions(part: Partial<Options> = {}): Options {
  return {
    userRef: 'user:default/dana',
    isPortalAdmin: false,
    admins: ['group:default/platform'],
    groups: [
      {
        ref: 'group:default/team-ds',
        title: 'Data Science',
        path: ['Data', 'Data Science'],
        workspaces: 1,
        limit: 5,
        allowed: true,
      },
    ],
    quotaProfiles: [
      { name: 'small', title: 'Small', hard: { 'requests.cpu': '4' } },
      { name: 'large', title: 'Large', hard: { 'requests.cpu': '16' } },
    ],
    defaultQuotaProfile: 'small',
    clusters: [{ name: 'eks-prod-eu', title: 'Production', simulated: false }],
    namespaces: [{ suffix: 'notebooks', networkProfile: 'notebooks' }],
    maxIdLength: 38,
    ...part,
  };
}

/** A change of a quota. */
export function aChange(part: Partial<Change> = {}): Change {
  return {
    step: 'resource-quotas',
    action: 'update',
    object: {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      namespace: 'data-science-notebooks',
      name: 'workspace',
    },
    fields: [
      {
        path: 'spec.hard.pods',
        before: '20',
        after: '80',
        manager: 'kubectl-edit',
        managedAt: AT,
      },
    ],
    ...part,
  };
}

/** A plan with one change. */
export function aPlan(part: Partial<Plan> = {}): Plan {
  return {
    kind: 'change',
    workspaceId: 'data-science',
    cluster: 'eks-prod-eu',
    revision: 7,
    changes: [aChange()],
    problems: [],
    leftBehind: [],
    ...part,
  };
}

/** An entry of the activity. */
export function anActivity(part: Partial<Activity> = {}): Activity {
  return {
    id: '1',
    at: AT,
    actor: 'system',
    action: 'active',
    result: 'success',
    message: 'Everything is as wanted.',
    ...part,
  };
}

/** Usage of the one namespace of a workspace. */
export function someUsage(part: Partial<Usage> = {}): Usage {
  return {
    namespaces: [
      {
        namespace: 'data-science-notebooks',
        found: true,
        resources: [
          {
            resource: 'requests.memory',
            used: '8Gi',
            hard: '16Gi',
            ratio: 0.5,
          },
          { resource: 'services.nodeports', used: '0', hard: '0', ratio: 0 },
        ],
      },
    ],
    ...part,
  };
}

/** An error of the API. */
export async function apiError(options: {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly fields?: unknown[];
}): Promise<ResponseError> {
  const { status, code, message, fields } = options;
  return ResponseError.fromResponse(
    new Response(
      JSON.stringify({
        error: { name: 'Error', message, code, fields },
        response: { statusCode: status },
      }),
      { status, headers: { 'Content-Type': 'application/json' } },
    ),
  );
}
