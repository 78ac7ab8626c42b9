import { ObjectStore } from '../storage/ObjectStore';
import { createSigningKey, ServiceAccountTokens } from './ServiceAccountTokens';

describe('ServiceAccountTokens', () => {
  const type = { group: '', resource: 'serviceaccounts' };
  const issuer = 'https://issuer.example.com';
  let store: ObjectStore;
  let tokens: ServiceAccountTokens;

  const newTokens = async () =>
    new ServiceAccountTokens({ store, issuer, key: await createSigningKey() });
  const issue = (options: { audiences?: string[]; seconds?: number } = {}) => {
    const account = store.get(type, 'team-a', 'user');
    if (!account) throw new Error('no account');
    const { audiences = ['https://kubernetes.default.svc'] } = options;
    const { seconds = 600 } = options;
    return tokens.issue({ account, audiences, seconds }).token;
  };

  beforeEach(async () => {
    store = new ObjectStore();
    store.put(type, {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: 'user', namespace: 'team-a', uid: 'u1' },
    });
    tokens = await newTokens();
  });

  it('recognises what it issued', () => {
    expect(tokens.recognize(issue())).toEqual({
      name: 'system:serviceaccount:team-a:user',
      uid: 'u1',
      groups: [
        'system:serviceaccounts',
        'system:serviceaccounts:team-a',
        'system:authenticated',
      ],
    });
  });

  it.each(['', 'a.b', 'a.b.c', 'not a token', 'a.b.c.d'])(
    'does not recognise %j',
    token => {
      expect(tokens.recognize(token)).toBeUndefined();
    },
  );

  it('does not recognise what somebody else signed or changed', async () => {
    const foreign = (await newTokens()).issue({
      account: store.list(type)[0],
      audiences: ['https://kubernetes.default.svc'],
      seconds: 600,
    });
    expect(tokens.recognize(foreign.token)).toBeUndefined();
    const [header, , signature] = issue().split('.');
    const claims = { sub: 'system:serviceaccount:team-a:admin' };
    const payload = Buffer.from(JSON.stringify(claims)).toString('base64url');
    expect(
      tokens.recognize(`${header}.${payload}.${signature}`),
    ).toBeUndefined();
  });

  it('does not recognise other audiences and expired tokens', () => {
    const foreign = issue({ audiences: ['sts.amazonaws.com'] });
    expect(tokens.recognize(foreign)).toBeUndefined();
    expect(tokens.recognize(foreign, 'sts.amazonaws.com')).toBeDefined();
    expect(tokens.recognize(issue({ seconds: -1 }))).toBeUndefined();
  });

  it('forgets the tokens of an account that was replaced', () => {
    const token = issue();
    store.put(type, {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: 'user', namespace: 'team-a', uid: 'u2' },
    });
    expect(tokens.recognize(token)).toBeUndefined();
  });
});
