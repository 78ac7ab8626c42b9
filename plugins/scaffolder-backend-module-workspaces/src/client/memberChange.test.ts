import { ConflictError, InputError } from '@backstage/errors';
import { mockMember, mockMemberList } from '../testUtils';
import { findMember, memberChange, toSubject } from './memberChange';

const wanted = {
  workspaceId: 'team-a',
  subject: 'user:default/ann',
  role: 'user',
  changeRole: false,
} as const;

describe('toSubject', () => {
  it('should complete and lower the ref of a User or Group', () => {
    expect(toSubject('User:Ann')).toBe('user:default/ann');
    expect(toSubject('group:ocean/team-a')).toBe('group:ocean/team-a');
  });

  it.each(['ann', 'component:default/ann', ''])('should refuse "%s"', text => {
    expect(() => toSubject(text)).toThrow(InputError);
    expect(() => toSubject(text)).toThrow('such as user:default/ann');
  });
});

describe('memberChange', () => {
  it('should add somebody who is no member', () => {
    expect(memberChange(mockMemberList([]), wanted)).toBe('add');
  });

  it('should change nothing for a member of that role', () => {
    expect(memberChange(mockMemberList([mockMember()]), wanted)).toBe('none');
  });

  it('should change another role only when told so', () => {
    const list = mockMemberList([mockMember({ role: 'viewer' })]);
    expect(memberChange(list, { ...wanted, changeRole: true })).toBe('change');
    expect(() => memberChange(list, wanted)).toThrow(ConflictError);
    expect(() => memberChange(list, wanted)).toThrow(
      'already, with role viewer.',
    );
  });
});

describe('memberChange of the owner', () => {
  const subject = 'group:default/team-a';
  const list = mockMemberList([mockMember({ subject, source: 'owner' })]);

  it('should be content with the role that owning gives', () => {
    expect(memberChange(list, { ...wanted, subject })).toBe('none');
  });

  it('should leave it to the API to refuse another one', () => {
    expect(memberChange(list, { ...wanted, subject, role: 'admin' })).toBe(
      'change',
    );
  });
});

describe('findMember', () => {
  it('should prefer the row that was added', () => {
    const added = mockMember({ role: 'viewer' });
    const list = mockMemberList([mockMember({ source: 'requester' }), added]);
    expect(findMember(list, 'user:default/ann')).toBe(added);
    expect(findMember(list, 'user:default/bob')).toBeUndefined();
  });
});
