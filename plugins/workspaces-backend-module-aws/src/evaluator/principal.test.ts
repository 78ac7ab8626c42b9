import type { PolicyPrincipal } from '../policies/PolicyDocument';
import type { RequestPrincipal } from './AccessRequest';
import { matchesPrincipal } from './principal';
import type { Truth } from './truth';

const ROLE = 'arn:aws:iam::123456789012:role/a';
const PROVIDER = 'arn:aws:iam::123456789012:oidc-provider/oidc.example.com';

const aws = (value: string): RequestPrincipal => ({ kind: 'AWS', value });

const CASES: [PolicyPrincipal, RequestPrincipal, Truth][] = [
  ['*', aws(ROLE), true],
  [{ AWS: '*' }, { kind: 'Federated', value: PROVIDER }, true],
  [{ Federated: PROVIDER }, { kind: 'Federated', value: PROVIDER }, true],
  [
    { Federated: PROVIDER },
    { kind: 'Federated', value: `${PROVIDER}/a` },
    false,
  ],
  [{ Federated: PROVIDER }, aws(PROVIDER), false],
  [
    { Federated: `${PROVIDER}*` },
    { kind: 'Federated', value: PROVIDER },
    'unknown',
  ],
  [{ Service: ['a', 'b'] }, { kind: 'Service', value: 'b' }, true],
  [{ AWS: ROLE }, aws(ROLE), true],
  [{ AWS: ROLE }, aws(`${ROLE}b`), false],
  [{ AWS: '123456789012' }, aws(ROLE), true],
  [{ AWS: 'arn:aws:iam::123456789012:root' }, aws(ROLE), true],
  [{ AWS: '210987654321' }, aws(ROLE), false],
  [{ AWS: 'AROA1234567890' }, aws(ROLE), 'unknown'],
  [{ CanonicalUser: 'abc' }, aws(ROLE), 'unknown'],
  [{ CanonicalUser: 'abc' }, { kind: 'Service', value: 'a' }, false],
];

describe('matchesPrincipal', () => {
  it.each(CASES)('%j for %j is %s', (element, principal, expected) => {
    expect(matchesPrincipal(element, principal)).toBe(expected);
  });
});
