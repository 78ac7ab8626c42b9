import { ResponseError } from '@backstage/errors';
import type {
  Condition,
  Member,
  MemberList,
  Workspace,
  WorkspaceEvent,
  WorkspacesApi,
} from '@team-workspaces/backstage-plugin-workspaces-common';

/** A workspace as the API answers it, for tests. */
export function mockWorkspace(overrides: Partial<Workspace> = {}): Workspace {
  return {
    id: 'team-a',
    displayName: 'Team A',
    description: '',
    owner: 'group:default/team-a',
    cluster: 'local',
    quotaProfile: 'medium',
    phase: 'pending',
    isDefault: false,
    protected: false,
    namespaces: [
      {
        name: 'team-a-notebooks',
        suffix: 'notebooks',
        networkProfile: 'notebooks',
      },
    ],
    conditions: [],
    memberCount: 1,
    iam: { mode: 'none' },
    generation: 1,
    observedGeneration: 0,
    revision: 1,
    createdAt: '2026-01-01T10:00:00.000Z',
    createdBy: 'user:default/ann',
    updatedAt: '2026-01-01T10:00:00.000Z',
    access: { role: 'admin', permissions: ['read'] },
    ...overrides,
  };
}

/** A condition, for tests. */
export function mockCondition(overrides: Partial<Condition> = {}): Condition {
  return {
    type: 'namespaces',
    title: 'Namespaces',
    status: 'Unknown',
    reason: 'Progressing',
    message: 'The step is at work.',
    essential: true,
    dependsOn: [],
    lastTransitionTime: '2026-01-01T10:00:00.000Z',
    ...overrides,
  };
}

/** A membership as the API answers it, for tests. */
export function mockMember(overrides: Partial<Member> = {}): Member {
  return {
    subject: 'user:default/ann',
    title: 'Ann',
    role: 'user',
    source: 'added',
    state: 'effective',
    people: [],
    changeable: true,
    ...overrides,
  };
}

/** The members of a workspace, for tests. */
export function mockMemberList(
  items: Member[],
  revision: number = 1,
): MemberList {
  return { revision, items, leaving: [], grantableRoles: ['viewer', 'user'] };
}

/** An API of which a test gives the methods it needs; any other refuses. */
export function mockApi(
  methods: Partial<WorkspacesApi>,
): jest.Mocked<WorkspacesApi> {
  return new Proxy(methods, {
    get: (target, name) =>
      Reflect.get(target, name) ??
      (() => {
        throw new Error(`The test did not expect a call of ${String(name)}`);
      }),
  }) as jest.Mocked<WorkspacesApi>;
}

/** A stream of the given events, which then stays open until it is aborted, or breaks off with an error. */
export function mockStream(
  events: readonly WorkspaceEvent[],
  end: 'stays open' | 'closes' | Error = 'stays open',
): WorkspacesApi['followWorkspace'] {
  return async function* follow(_id, options) {
    yield* events;
    if (end instanceof Error) {
      throw end;
    }
    const signal = options?.signal;
    if (end === 'stays open' && signal) {
      await new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
      });
    }
  };
}

/** A refusal of the API. */
export async function mockRefusal(
  statusCode: number,
  error: Record<string, unknown>,
): Promise<ResponseError> {
  const body = {
    error: { name: 'Error', ...error },
    response: { statusCode },
  };
  return ResponseError.fromResponse(
    new Response(JSON.stringify(body), {
      status: statusCode,
      headers: { 'Content-Type': 'application/json' },
    }),
  );
}
