import type { Knex } from 'knex';
import type { FilterTree } from '../../types';

/** Restricts a query of `workspaces` to what a tree of filters accepts. */
export function filterWorkspaces(
  query: Knex.QueryBuilder,
  filter: FilterTree,
): void {
  if ('allOf' in filter) {
    query.where(all => {
      filter.allOf.forEach(part =>
        all.andWhere(one => filterWorkspaces(one, part)),
      );
    });
  } else if ('anyOf' in filter) {
    if (filter.anyOf.length === 0) {
      query.whereRaw('1 = 0');
      return;
    }
    query.where(any => {
      filter.anyOf.forEach(part =>
        any.orWhere(one => filterWorkspaces(one, part)),
      );
    });
  } else if ('not' in filter) {
    query.whereNot(one => filterWorkspaces(one, filter.not));
  } else if ('ids' in filter) {
    query.whereIn('workspaces.id', [...filter.ids]);
  } else if ('owners' in filter) {
    whereOwnerIn(query, filter.owners);
  } else if ('clusters' in filter) {
    query.whereIn('workspaces.cluster', [...filter.clusters]);
  } else if ('phases' in filter) {
    query.whereIn('workspaces.phase', [...filter.phases]);
  } else {
    query.where(any => whereMemberIn(any, filter.members));
  }
}

/** Workspaces that Groups own or subjects have a role in. */
export function whereMemberIn(
  query: Knex.QueryBuilder,
  subjects: readonly string[],
): void {
  query
    .where(owned => whereOwnerIn(owned, subjects))
    .orWhereIn('workspaces.uid', uids =>
      uids
        .from('workspace_members')
        .select('workspace_uid')
        .whereIn('subject', [...subjects]),
    );
}

/** The explicit null keeps `not` two-valued: a default workspace may have no owner. */
function whereOwnerIn(
  query: Knex.QueryBuilder,
  owners: readonly string[],
): void {
  query
    .whereIn('workspaces.owner', [...owners])
    .whereNotNull('workspaces.owner');
}
