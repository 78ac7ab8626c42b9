import {
  SERVICE_ACCOUNT_PREFIX,
  ROLE_ARN_ANNOTATION,
  USER_ANNOTATION,
  type ServiceAccount,
  type ServiceAccountList,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import type {
  IamProvider,
  KubernetesObject,
  PlannedChange,
  StepContext,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { SERVICE_ACCOUNT } from '../objects/kinds';
import { identityKey } from '../plan';
import { describeFailure } from '../reconciler/pass/describeFailure';
import { isForeignServiceAccount } from '../steps/foreignServiceAccounts';
import { ownNamespaces } from '../steps/ownNamespaces';
import type { StoredWorkspace } from '../types';
import type { DirectContext, DirectSteps } from './DirectContext';

/** Shows ServiceAccounts of people, and the one that pods share, as they are wanted and as the cluster has them. */
export class ServiceAccountReader {
  readonly #contexts: DirectContext;
  readonly #steps: DirectSteps;
  readonly #roles: Pick<IamProvider, 'sharedServiceAccount'>;

  constructor(options: {
    context: DirectContext;
    steps: DirectSteps;
    roles: Pick<IamProvider, 'sharedServiceAccount'>;
  }) {
    this.#contexts = options.context;
    this.#steps = options.steps;
    this.#roles = options.roles;
  }

  /** Never rejects because of the cluster or the catalog: what keeps us from looking is the problem. */
  async read(workspace: StoredWorkspace): Promise<ServiceAccountList> {
    try {
      const context = await this.#contexts.create(workspace);
      const { problems } = await this.#steps.namespaces.plan(context);
      const plan = await this.#steps.serviceAccounts.plan(context);
      const live = await listAll(context);
      const wanted = this.#wanted(context);
      const [problem] = [...problems, ...(plan.objectProblems ?? [])];
      return {
        items: [
          ...wantedItems(context, { wanted, live, changes: plan.changes }),
          ...otherItems(context, { wanted, live }),
        ].sort(byPlace),
        ...(problem && { problem }),
      };
    } catch (error) {
      const step = { id: 'service-accounts', title: 'ServiceAccounts' };
      return { items: [], problem: describeFailure(error, step).problem };
    }
  }

  #wanted({ workspace, people }: StepContext): WantedAccount[] {
    const shared = this.#roles.sharedServiceAccount?.(workspace);
    return [
      ...people.map(({ ref, serviceAccount: name }) => ({ name, ref })),
      ...(shared ? [{ name: shared, shared: true }] : []),
    ];
  }
}

/** A ServiceAccount that each namespace should have. */
interface WantedAccount {
  readonly name: string;
  /** Whose it is. */
  readonly ref?: string;
  readonly shared?: boolean;
}

async function listAll(
  context: StepContext,
): Promise<Map<string, KubernetesObject>> {
  const { cluster, absentNamespaces } = context;
  const lists = await Promise.all(
    ownNamespaces(context)
      .filter(({ name }) => !absentNamespaces.has(name))
      .map(({ name }) => cluster.list(SERVICE_ACCOUNT, { namespace: name })),
  );
  return new Map(
    lists.flatMap(({ items }) => items).map(item => [identityKey(item), item]),
  );
}

function wantedItems(
  context: StepContext,
  {
    wanted,
    live,
    changes,
  }: {
    readonly wanted: readonly WantedAccount[];
    readonly live: ReadonlyMap<string, KubernetesObject>;
    readonly changes: readonly PlannedChange[];
  },
): ServiceAccount[] {
  const planned = new Map(
    changes.map(change => [identityKey(change.object), change]),
  );
  return ownNamespaces(context).flatMap(({ name: namespace }) =>
    wanted.map(({ name, ...whose }) => {
      const key = identityKey({ ...SERVICE_ACCOUNT, namespace, name });
      const object = live.get(key);
      return {
        ...(object ? itemOf(object) : { namespace, name }),
        ...whose,
        ...stateOf(context, object, planned.get(key)),
      };
    }),
  );
}

function stateOf(
  context: StepContext,
  object: KubernetesObject | undefined,
  change: PlannedChange | undefined,
): Pick<ServiceAccount, 'state' | 'message'> {
  if (!object) {
    return { state: 'missing' };
  }
  if (isForeignServiceAccount(context, object)) {
    return {
      state: 'foreign',
      message: 'One of this name exists already and is not ours.',
    };
  }
  return change
    ? {
        state: 'drifted',
        message: `Differs in ${change.fields
          .map(({ path }) => path)
          .join(', ')}.`,
      }
    : { state: 'ready' };
}

/** Those that nobody wants: of people who are no members any more, and of others under names like ours. */
function otherItems(
  context: StepContext,
  {
    wanted,
    live,
  }: {
    readonly wanted: readonly WantedAccount[];
    readonly live: ReadonlyMap<string, KubernetesObject>;
  },
): ServiceAccount[] {
  const names = new Set(wanted.map(({ name }) => name));
  return [...live.values()]
    .filter(({ metadata: { name } }) => !names.has(name))
    .flatMap((object): ServiceAccount[] => {
      if (!isForeignServiceAccount(context, object)) {
        const ref = object.metadata.annotations?.[USER_ANNOTATION];
        return [{ ...itemOf(object), ref, state: 'leaving' }];
      }
      return object.metadata.name.startsWith(SERVICE_ACCOUNT_PREFIX)
        ? [
            {
              ...itemOf(object),
              state: 'foreign',
              message: 'Named like those of people, and not ours.',
            },
          ]
        : [];
    });
}

function itemOf({
  metadata: { namespace = '', name, annotations },
}: KubernetesObject): Pick<ServiceAccount, 'namespace' | 'name' | 'roleArn'> {
  const roleArn = annotations?.[ROLE_ARN_ANNOTATION];
  return { namespace, name, ...(roleArn && { roleArn }) };
}

function byPlace(one: ServiceAccount, other: ServiceAccount): number {
  return `${one.namespace}/${one.name}` < `${other.namespace}/${other.name}`
    ? -1
    : 1;
}
