import type {
  IamProvider,
  KubernetesObject,
  ObjectRecord,
  PlannedChange,
  StepContext,
  StepPlan,
  WorkspaceStep,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import {
  renderServiceAccount,
  renderSharedServiceAccount,
} from '../objects/serviceAccount';
import { identityKey, planObjects } from '../plan';
import { applyChanges } from './applyChanges';
import { ownNamespaces } from './ownNamespaces';
import {
  isForeignServiceAccount,
  serviceAccountConflict,
} from './foreignServiceAccounts';
import { readServiceAccounts } from './readServiceAccounts';
import {
  addUnwantedAnnotations,
  clearAnnotations,
} from './unwantedAnnotations';

/** Id of the {@link ServiceAccountsStep}; also the type of its condition. */
export const SERVICE_ACCOUNTS_STEP = 'service-accounts';

/** What of a provider of AWS roles decides what ServiceAccounts look like. */
export type RoleAnnotations = Pick<
  IamProvider,
  'serviceAccountAnnotations' | 'annotationKeys' | 'sharedServiceAccount'
>;

/**
 * A ServiceAccount for each person who has signed in, in each namespace, with the AWS role of the workspace; and the one
 * that pods share, where there is one, which carries no role.
 *
 * The namespaces are ours, but unlike with other objects a ServiceAccount of the wanted name may be somebody else's,
 * with tokens in their hands. It is left alone, and the person waits, while everybody else gets theirs.
 */
export class ServiceAccountsStep implements WorkspaceStep {
  readonly id = SERVICE_ACCOUNTS_STEP;
  readonly title = 'ServiceAccounts';
  readonly dependsOn = ['namespaces'];
  /** A workspace works without those of single people. */
  readonly essential = false;
  readonly readsClusterOnly = true;
  readonly #roles: RoleAnnotations;

  constructor(roles: RoleAnnotations) {
    this.#roles = roles;
  }

  async plan(context: StepContext): Promise<StepPlan> {
    const namespaces = ownNamespaces(context).map(({ name }) => name);
    const wanted = namespaces.flatMap(namespace =>
      this.#render(context, namespace),
    );
    const { objects, obsolete } = await readServiceAccounts(context, {
      step: this.id,
      namespaces,
      wanted,
    });
    const foreign = new Map(
      objects
        .filter(object => isForeignServiceAccount(context, object))
        .map(object => [identityKey(object), object]),
    );
    const isOurs = (object: KubernetesObject) =>
      !foreign.has(identityKey(object));
    const live = objects.filter(isOurs);
    const step = this.id;
    const changes = addUnwantedAnnotations(
      planObjects({ step, wanted: wanted.filter(isOurs), live }),
      { step, keys: this.#roles.annotationKeys, wanted, live },
    );
    return {
      changes: [...changes, ...obsolete.map(one => planForgetting(step, one))],
      problems: [],
      objectProblems: wanted.flatMap(object => {
        const other = foreign.get(identityKey(object));
        return other ? [serviceAccountConflict(object, other)] : [];
      }),
      total: wanted.length,
    };
  }

  async apply(context: StepContext, plan: StepPlan): Promise<void> {
    await clearAnnotations(context, plan, this.#roles.annotationKeys);
    await applyChanges(context, plan);
  }

  /** Nothing of its own: the objects go with their namespaces. */
  async planRemoval(): Promise<StepPlan> {
    return { changes: [], problems: [], total: 0 };
  }

  async remove({ records }: StepContext): Promise<void> {
    const own = records.list().filter(({ step }) => step === this.id);
    if (own.length > 0) {
      await records.remove(own);
    }
  }

  #render(
    { workspace, people }: StepContext,
    namespace: string,
  ): KubernetesObject[] {
    const annotations = this.#roles.serviceAccountAnnotations(workspace);
    const shared = this.#roles.sharedServiceAccount?.(workspace);
    return [
      ...people.map(person =>
        renderServiceAccount(workspace, namespace, { person, annotations }),
      ),
      ...(shared
        ? [renderSharedServiceAccount(workspace, { namespace, name: shared })]
        : []),
    ];
  }
}

/** The deletion of an object that is gone already, which leaves only the record to be taken away. */
function planForgetting(
  step: string,
  { apiVersion, kind, namespace, name, uid }: ObjectRecord,
): PlannedChange {
  const object = { apiVersion, kind, namespace, name, uid };
  return { step, action: 'delete', object, fields: [] };
}
