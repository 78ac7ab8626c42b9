import type {
  Phase,
  WorkspaceListQuery,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { PHASES } from '../format/phases';

/** Rows on one page of the list. */
export const PAGE_SIZE = 50;

/** Which workspaces a list shows. */
export type Scope = 'mine' | 'all' | 'attention';

/** The tabs of the list. */
export const SCOPES: readonly Scope[] = ['mine', 'all', 'attention'];

/** The columns that a list can be ordered by. */
export type OrderBy = 'name' | 'owner' | 'phase' | 'createdAt';

const ORDER_BY: readonly OrderBy[] = ['name', 'owner', 'phase', 'createdAt'];

/** What is looked at, as it stands in the address of the page. */
export interface ListView {
  readonly scope: Scope;
  readonly search: string;
  readonly owners: readonly string[];
  readonly phases: readonly Phase[];
  readonly reason: string;
  readonly orderBy: OrderBy;
  readonly order: 'asc' | 'desc';
  /** Counted from 0. */
  readonly page: number;
}

/** Reads the view from the query of an address; what makes no sense there is left out. */
export function readView(params: URLSearchParams): ListView {
  const page = Number(params.get('page') ?? 1);
  return {
    scope: SCOPES.find(scope => scope === params.get('show')) ?? 'mine',
    search: params.get('q') ?? '',
    owners: params.getAll('owner'),
    phases: PHASES.filter(phase => params.getAll('phase').includes(phase)),
    reason: params.get('reason') ?? '',
    orderBy:
      ORDER_BY.find(column => column === params.get('orderBy')) ?? 'name',
    order: params.get('order') === 'desc' ? 'desc' : 'asc',
    page: Number.isInteger(page) && page > 0 ? page - 1 : 0,
  };
}

/** Writes the view as the query of an address; what is as usual is left out. */
export function writeView(view: ListView): URLSearchParams {
  const params = new URLSearchParams();
  const set = (name: string, value: string, usual: string) =>
    value !== usual && params.set(name, value);
  set('show', view.scope, 'mine');
  set('q', view.search, '');
  view.owners.forEach(owner => params.append('owner', owner));
  view.phases.forEach(phase => params.append('phase', phase));
  set('reason', view.reason, '');
  set('orderBy', view.orderBy, 'name');
  set('order', view.order, 'asc');
  set('page', String(view.page + 1), '1');
  return params;
}

/** The request that fetches what a view shows. */
export function toQuery(view: ListView): NonNullable<WorkspaceListQuery> {
  return {
    scope: view.scope,
    ...(view.search && { q: view.search }),
    ...(view.owners.length && { owner: [...view.owners] }),
    ...(view.phases.length && { phase: [...view.phases] }),
    ...(view.reason && { reason: view.reason }),
    orderBy: view.orderBy,
    order: view.order,
    limit: PAGE_SIZE,
    offset: view.page * PAGE_SIZE,
  };
}

/** Whether a search or a filter hides rows. */
export function isFiltered(view: ListView): boolean {
  return Boolean(
    view.search || view.owners.length || view.phases.length || view.reason,
  );
}
