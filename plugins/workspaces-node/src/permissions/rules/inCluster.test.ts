import { inCluster } from './inCluster';
import { workspaceResource } from './workspaceResource.testUtils';

describe('inCluster', () => {
  it('should accept the cluster', () => {
    expect(
      inCluster.apply(workspaceResource, { clusters: ['eks-prod-eu'] }),
    ).toBe(true);
  });

  it('should refuse another cluster', () => {
    expect(
      inCluster.apply(workspaceResource, { clusters: ['eks-prod-us'] }),
    ).toBe(false);
  });

  it('should refuse everything when nothing is accepted', () => {
    expect(inCluster.apply(workspaceResource, { clusters: [] })).toBe(false);
  });

  it('should ask the store for the same', () => {
    expect(inCluster.toQuery({ clusters: ['eks-prod-eu'] })).toEqual({
      clusters: ['eks-prod-eu'],
    });
  });
});
