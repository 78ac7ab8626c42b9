import type {
  ObjectRecord,
  PlannedChange,
  StepContext,
  StepPlan,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import type {
  AssociationClient,
  AssociationPlace,
  PodIdentityAssociation,
} from '../client';
import { isOwn } from '../role/roleTags';
import { associationNotOurs } from './associationProblems';
import {
  associationIdentity,
  placeOf,
  POD_IDENTITY_STEP,
} from './associationRecords';
import type { AssociationWrite } from './AssociationWrite';
import { compareAssociation } from './compareAssociation';
import type { DesiredAssociation } from './DesiredAssociation';
import { findAssociation, findUnlessClusterIsGone } from './findAssociation';

type Context = Pick<StepContext, 'workspace' | 'records' | 'signal'>;

/** What is to be done about one association. */
interface AssociationPlan {
  readonly changes: readonly PlannedChange[];
  readonly problem?: ReturnType<typeof associationNotOurs>;
}

/** Compares the associations of a workspace with what they should be. Writes nothing. */
export class AssociationPlanner {
  /** What the changes of plans do. */
  readonly #writes = new WeakMap<PlannedChange, AssociationWrite>();

  /** What a change of {@link AssociationPlanner.plan} does. Throws for any other. */
  writeOf(change: PlannedChange): AssociationWrite {
    const write = this.#writes.get(change);
    if (!write) {
      throw new Error('The change was not planned here');
    }
    return write;
  }

  /** One request for each association when nothing differs. Throws an AwsError. */
  async plan(
    client: AssociationClient,
    context: Context,
    {
      wanted,
      obsolete,
    }: {
      readonly wanted: readonly DesiredAssociation[];
      /** Records of associations that nobody wants any more. */
      readonly obsolete: readonly ObjectRecord[];
    },
  ): Promise<StepPlan> {
    const plans = await Promise.all([
      // They make room where their number is limited.
      ...obsolete.map(record => this.#planDeletion(client, context, record)),
      ...wanted.map(desired => this.#planOne(client, context, desired)),
    ]);
    return {
      changes: plans.flatMap(({ changes }) => changes),
      problems: [],
      objectProblems: plans.flatMap(({ problem }) => problem ?? []),
      total: wanted.length,
    };
  }

  /** The deletion of an association of ours, or only of our record of it. */
  toDeletion(
    place: AssociationPlace,
    live: PodIdentityAssociation | undefined,
  ): PlannedChange {
    return this.#remember(
      {
        step: POD_IDENTITY_STEP,
        action: 'delete',
        object: {
          ...associationIdentity(place),
          ...(live && { uid: live.id }),
        },
        fields: [],
      },
      {
        type: 'delete',
        clusterName: place.clusterName,
        ...(live && { id: live.id }),
      },
    );
  }

  async #planOne(
    client: AssociationClient,
    { workspace, records, signal }: Context,
    desired: DesiredAssociation,
  ): Promise<AssociationPlan> {
    const identity = associationIdentity(desired);
    const record = records.find(identity);
    const live = await findAssociation(client, desired, record, { signal });
    if (!live) {
      const { roleArn, tags } = desired;
      const change: PlannedChange = {
        step: POD_IDENTITY_STEP,
        action: 'create',
        object: identity,
        fields: [
          { path: 'roleArn', after: roleArn },
          { path: 'disableSessionTags', after: false },
          ...Object.entries(tags).map(([key, after]) => ({
            path: `tags[${key}]`,
            after,
          })),
        ],
      };
      return { changes: [this.#remember(change, { type: 'create', desired })] };
    }
    if (!isOwn(live, workspace)) {
      return { changes: [], problem: associationNotOurs(live) };
    }
    const repair = compareAssociation(desired, live);
    if (repair.fields.length === 0 && record?.uid === live.id) {
      return { changes: [] };
    }
    // Without fields only our record is missing: an earlier pass was cut after it made the association.
    const change: PlannedChange = {
      step: POD_IDENTITY_STEP,
      action: 'update',
      object: { ...identity, uid: live.id },
      fields: [...repair.fields],
    };
    return { changes: [this.#remember(change, repair)] };
  }

  async #planDeletion(
    client: AssociationClient,
    { workspace, signal }: Context,
    record: ObjectRecord,
  ): Promise<AssociationPlan> {
    const live = await findUnlessClusterIsGone(
      client,
      placeOf(record),
      record,
      signal,
    );
    if (!live || isOwn(live, workspace)) {
      return { changes: [this.toDeletion(placeOf(record), live)] };
    }
    // That of somebody else who came after ours is none of our business any more.
    return live.id === record.uid
      ? { changes: [], problem: associationNotOurs(live) }
      : { changes: [this.toDeletion(placeOf(record), undefined)] };
  }

  #remember(change: PlannedChange, write: AssociationWrite): PlannedChange {
    this.#writes.set(change, write);
    return change;
  }
}
