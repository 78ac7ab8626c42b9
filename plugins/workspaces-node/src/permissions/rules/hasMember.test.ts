import { hasMember } from './hasMember';
import { workspaceResource } from './workspaceResource.testUtils';

describe('hasMember', () => {
  it('should accept a member', () => {
    expect(
      hasMember.apply(workspaceResource, { members: ['user:default/Ann'] }),
    ).toBe(true);
  });

  it('should refuse a stranger', () => {
    expect(
      hasMember.apply(workspaceResource, { members: ['user:default/bob'] }),
    ).toBe(false);
  });

  it('should refuse everything when nothing is accepted', () => {
    expect(hasMember.apply(workspaceResource, { members: [] })).toBe(false);
  });

  it('should ask the store for the same', () => {
    expect(hasMember.toQuery({ members: ['user:default/Ann'] })).toEqual({
      anyOf: [
        { members: ['user:default/ann'] },
        { owners: ['user:default/ann'] },
      ],
    });
  });
});
