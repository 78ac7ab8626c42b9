import type {
  Change,
  FieldDifference,
  ObjectReference,
  Plan,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { describeFailure } from './describeCondition';

const SIGNS: Readonly<Record<Change['action'], string>> = {
  create: '+',
  update: '~',
  adopt: '»',
  delete: '-',
};

/** A plan line by line, as the pages of team workspaces draw it. */
export function describePlan(plan: Plan): string[] {
  const count = plan.changes.length;
  return [
    `Plan: ${count} ${count === 1 ? 'change' : 'changes'} in cluster ${
      plan.cluster
    }`,
    ...plan.changes.flatMap(change => [
      `${SIGNS[change.action]} ${describeObject(change.object)}`,
      ...(change.action === 'update' ? change.fields.map(describeField) : []),
    ]),
    ...plan.leftBehind.map(left => `Stays behind: ${left}`),
    ...plan.problems.map(problem => `✕ ${describeFailure(problem)}`),
  ];
}

function describeObject({ kind, namespace, name }: ObjectReference): string {
  return `${kind} ${namespace ? `${namespace}/${name}` : name}`;
}

function describeField({ path, before, after }: FieldDifference): string {
  return `    ${path}: ${describeValue(before)} → ${describeValue(after)}`;
}

function describeValue(value: unknown): string {
  if (value === undefined) {
    return '(absent)';
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}
