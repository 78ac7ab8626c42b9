import { isOwner } from './isOwner';
import { workspaceResource } from './workspaceResource.testUtils';

describe('isOwner', () => {
  it('should accept the owner', () => {
    expect(
      isOwner.apply(workspaceResource, { owners: ['group:default/Team-DS'] }),
    ).toBe(true);
  });

  it('should refuse somebody else, members included', () => {
    expect(
      isOwner.apply(workspaceResource, { owners: ['user:default/ann'] }),
    ).toBe(false);
  });

  it('should refuse everything when nothing is accepted', () => {
    expect(isOwner.apply(workspaceResource, { owners: [] })).toBe(false);
  });

  it('should ask the store for the same', () => {
    expect(isOwner.toQuery({ owners: ['group:default/Team-DS'] })).toEqual({
      owners: ['group:default/team-ds'],
    });
  });
});
