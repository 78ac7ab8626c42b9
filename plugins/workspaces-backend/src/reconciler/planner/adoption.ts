import type {
  ObjectReference,
  Problem,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import type {
  ObjectRecord,
  PlannedChange,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { isNamespaceConflict } from '../phase';
import type { StepsPlan } from './planSteps';

/** Records of the namespaces that could be taken over, judging by the problems of a plan. */
export function adoptableRecords(problems: readonly Problem[]): ObjectRecord[] {
  return problems.flatMap(({ reason, object, step }) =>
    isNamespaceConflict(reason) && object?.uid && object.kind === 'Namespace'
      ? [
          {
            apiVersion: object.apiVersion,
            kind: object.kind,
            name: object.name,
            uid: object.uid,
            step: step ?? 'namespaces',
            adopted: true,
          },
        ]
      : [],
  );
}

/** A plan in which namespaces are taken over first, also those that are as wanted already. */
export function asAdoption(
  plan: StepsPlan,
  records: readonly ObjectRecord[],
): StepsPlan {
  const adoptions = records.map((record): PlannedChange => {
    const change = plan.changes.find(({ object }) => isSame(object, record));
    return {
      step: record.step,
      object: {
        apiVersion: record.apiVersion,
        kind: record.kind,
        name: record.name,
        uid: record.uid,
      },
      fields: change?.fields ?? [],
      action: 'adopt',
    };
  });
  const others = plan.changes.filter(
    ({ object }) => !records.some(record => isSame(object, record)),
  );
  return { ...plan, changes: [...adoptions, ...others] };
}

function isSame(object: ObjectReference, record: ObjectRecord): boolean {
  return object.kind === record.kind && object.name === record.name;
}
