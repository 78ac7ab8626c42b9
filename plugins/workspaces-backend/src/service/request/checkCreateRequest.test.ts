import { checkCreateRequest } from './checkCreateRequest';

const RULES = {
  id: { suffixes: ['notebooks'] },
  quotaProfiles: ['small'],
  clusters: ['one', 'two'],
};

const VALID = {
  id: 'alpha',
  displayName: 'Alpha',
  description: 'Line one\nLine two',
  owner: 'group:default/team-ds',
  cluster: 'two',
  quotaProfile: 'small',
};

describe('checkCreateRequest', () => {
  it('should find nothing wrong with a good request', () => {
    expect(checkCreateRequest(VALID, RULES)).toEqual([]);
  });

  it('should leave fields of other types to the schema', () => {
    const odd = { id: 1, displayName: [], owner: {}, cluster: null };
    expect(checkCreateRequest(odd, RULES)).toEqual([]);
    expect(checkCreateRequest('nothing at all', RULES)).toEqual([]);
  });

  it('should name what there is instead of what there is not', () => {
    const [problem] = checkCreateRequest({ ...VALID, cluster: 'moon' }, RULES);
    expect(problem).toEqual({
      field: 'cluster',
      rule: 'one-of',
      message: 'There is no cluster of that name; there is one, two.',
    });
  });

  it('should refuse every request where no cluster is configured', () => {
    const rules = { ...RULES, clusters: [] };
    expect(checkCreateRequest({ ...VALID, cluster: undefined }, rules)).toEqual(
      [expect.objectContaining({ field: 'cluster', rule: 'configured' })],
    );
  });
});
