import { hasPhase } from './hasPhase';
import { workspaceResource } from './workspaceResource.testUtils';

describe('hasPhase', () => {
  it('should accept the phase', () => {
    expect(
      hasPhase.apply(workspaceResource, { phases: ['error', 'active'] }),
    ).toBe(true);
  });

  it('should refuse another phase', () => {
    expect(hasPhase.apply(workspaceResource, { phases: ['error'] })).toBe(
      false,
    );
  });

  it('should refuse everything when nothing is accepted', () => {
    expect(hasPhase.apply(workspaceResource, { phases: [] })).toBe(false);
  });

  it('should ask the store for the same', () => {
    expect(hasPhase.toQuery({ phases: ['error', 'active'] })).toEqual({
      phases: ['error', 'active'],
    });
  });
});
