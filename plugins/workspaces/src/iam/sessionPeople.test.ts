import { aServiceAccount } from '../__testUtils__/iam';
import { sessionPeople } from './sessionPeople';

describe('sessionPeople', () => {
  it('should name each member once, whichever namespaces have ServiceAccounts', () => {
    const bob = { ref: 'user:default/bob', serviceAccount: 'user-bob' };
    expect(
      sessionPeople([
        aServiceAccount(),
        aServiceAccount({ namespace: 'other', state: 'missing' }),
        aServiceAccount({ name: 'user-ann', ref: 'user:default/ann' }),
      ]),
    ).toEqual([{ ref: 'user:default/ann', serviceAccount: 'user-ann' }, bob]);
  });

  it('should name the ServiceAccount that pods share', () => {
    expect(
      sessionPeople([
        aServiceAccount({ name: 'workspace', ref: undefined, shared: true }),
      ]),
    ).toEqual([{ ref: undefined, serviceAccount: 'workspace' }]);
  });

  it('should leave out what is not ours, and who is no member any more', () => {
    expect(
      sessionPeople([
        aServiceAccount({ state: 'foreign' }),
        aServiceAccount({ state: 'leaving' }),
        aServiceAccount({ ref: undefined }),
      ]),
    ).toEqual([]);
  });
});
