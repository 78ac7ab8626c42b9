import { readWorkspaceId } from './readWorkspaceId';

describe('readWorkspaceId', () => {
  it.each([
    [{ id: 'alpha', phase: 'gone' }, 'alpha'],
    [{ id: '' }, undefined],
    [{ id: 7 }, undefined],
    [{ phase: 'active' }, undefined],
    ['alpha', undefined],
    [undefined, undefined],
    [null, undefined],
  ])('should read %j', (payload, id) => {
    expect(readWorkspaceId(payload)).toBe(id);
  });
});
