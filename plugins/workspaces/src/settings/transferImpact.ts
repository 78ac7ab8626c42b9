import type {
  MemberImpact,
  MemberList,
  Workspace,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import type { PersonImpact } from '../members';

/**
 * What a transfer does to people: those of the new owner as the backend worked it out, and those who belong to the
 * workspace through the present owner only, who lose it.
 */
export function transferImpact(options: {
  readonly workspace: Pick<Workspace, 'namespaces'>;
  readonly members: MemberList;
  /** What making the new owner a member would do. */
  readonly gains: MemberImpact;
  /** Entity ref of the new owner. */
  readonly owner: string;
}): PersonImpact[] {
  const { workspace, members, gains, owner } = options;
  const staying = new Set([
    ...gains.people.map(({ ref }) => ref),
    ...members.items
      .filter(({ source, subject }) => source !== 'owner' && subject !== owner)
      .flatMap(({ people }) => people.map(({ ref }) => ref)),
  ]);
  const losing = members.items
    .filter(({ source }) => source === 'owner')
    .flatMap(({ people }) => people)
    .filter(({ ref }) => !staying.has(ref))
    .map(({ ref, title, role, serviceAccounts }) => ({
      ref,
      title,
      before: role,
      namespaces: workspace.namespaces.map(({ name }) => name),
      serviceAccounts:
        serviceAccounts.state === 'not-signed-in' ? 0 : serviceAccounts.total,
    }));
  return [...losing, ...gains.people];
}
