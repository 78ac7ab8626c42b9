import { isFiltered, readView, toQuery, writeView } from './listQuery';

const read = (query: string) => readView(new URLSearchParams(query));

describe('readView', () => {
  it('should show own workspaces by name when the address says nothing', () => {
    const view = read('');
    expect(view).toMatchObject({ scope: 'mine', orderBy: 'name', page: 0 });
    expect(isFiltered(view)).toBe(false);
    expect(writeView(view).toString()).toBe('');
  });

  it('should come back from an address as it went in', () => {
    const query =
      'show=attention&q=ds&owner=group%3Adefault%2Fa&phase=error&phase=degraded&reason=RbacInsufficient&orderBy=phase&order=desc&page=2';
    const view = read(query);
    expect(readView(writeView(view))).toEqual(view);
    expect(isFiltered(view)).toBe(true);
    expect(toQuery(view)).toEqual({
      scope: 'attention',
      q: 'ds',
      owner: ['group:default/a'],
      phase: ['error', 'degraded'],
      reason: 'RbacInsufficient',
      orderBy: 'phase',
      order: 'desc',
      limit: 50,
      offset: 50,
    });
  });

  it.each(['show=x', 'phase=x', 'orderBy=x', 'order=x', 'page=-1', 'page=x'])(
    'should leave out %s',
    query => {
      expect(read(query)).toEqual(read(''));
    },
  );
});
