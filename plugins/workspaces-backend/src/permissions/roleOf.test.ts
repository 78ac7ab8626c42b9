import { storedWorkspace } from '../__testUtils__/storedWorkspace';
import { roleOf } from './roleOf';

const caller = (refs: string[], isPortalAdmin = false) => ({
  refs: new Set(refs),
  isPortalAdmin,
});

describe('roleOf', () => {
  const workspace = storedWorkspace({
    owner: 'group:default/owners',
    members: [
      { subject: 'user:default/ann', role: 'admin' },
      { subject: 'group:default/lookers', role: 'viewer' },
      { subject: 'user:default/robot', role: 'machine' },
    ],
  });

  it.each([
    [['user:default/nobody'], 'none'],
    [['group:default/owners'], 'user'],
    [['user:default/ann'], 'admin'],
    [['group:default/lookers'], 'viewer'],
    [['user:default/robot'], 'machine'],
    [['group:default/lookers', 'group:default/owners'], 'user'],
    [['user:default/ann', 'group:default/owners'], 'admin'],
  ])('should find for %s the role %s', (refs, role) => {
    expect(roleOf(caller(refs), workspace)).toBe(role);
  });

  it('should put portal admins above all', () => {
    expect(roleOf(caller(['user:default/ann'], true), workspace)).toBe(
      'portal-admin',
    );
  });

  it('should make everybody a viewer of the default workspace only', () => {
    const defaults = storedWorkspace({ isDefault: true, owner: undefined });
    expect(roleOf(caller(['user:default/nobody']), defaults)).toBe('viewer');
  });
});
