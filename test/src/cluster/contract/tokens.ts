import { createPublicKey, verify } from 'node:crypto';
import type { Body } from '../ApiClient';
import type { ContractPart } from '../ContractSubject';

function decode(part: string): Body {
  return JSON.parse(Buffer.from(part, 'base64url').toString());
}

/** Tokens of ServiceAccounts. */
export const tokenContract: ContractPart = subject => {
  let namespace: string;

  const request = (spec: object, account = 'default') =>
    subject().admin.post(
      `/api/v1/namespaces/${namespace}/serviceaccounts/${account}/token`,
      { spec },
    );

  beforeAll(async () => {
    namespace = await subject().newNamespace();
  });

  it('issues a signed token for an audience', async () => {
    const { code, body } = await request({
      audiences: ['sts.amazonaws.com'],
      expirationSeconds: 1200,
    });
    expect(code).toBe(201);
    expect(body.kind).toBe('TokenRequest');
    expect(body.status.expirationTimestamp).toBeDefined();
    const [header, payload, signature] = String(body.status.token).split('.');
    const claims = decode(payload);
    expect(claims).toMatchObject({
      aud: ['sts.amazonaws.com'],
      iss: expect.stringMatching(/^https:/),
      sub: `system:serviceaccount:${namespace}:default`,
      'kubernetes.io': {
        namespace,
        serviceaccount: { name: 'default', uid: expect.any(String) },
      },
    });
    expect(Number(claims.exp) - Number(claims.iat)).toBe(1200);

    const keys = (
      await subject().admin.get('/openid/v1/jwks', { accept: '*/*' })
    ).body;
    const jwk = (keys.keys as unknown as Body[]).find(
      ({ kid }) => kid === decode(header).kid,
    );
    const key = createPublicKey({
      key: { ...(jwk as unknown as JsonWebKey) },
      format: 'jwk',
    });
    expect(
      verify(
        'RSA-SHA256',
        Buffer.from(`${header}.${payload}`),
        key,
        Buffer.from(signature, 'base64url'),
      ),
    ).toBe(true);
  });

  it('recognises its own tokens for the API, and no others', async () => {
    const { admin } = subject();
    const path = `/api/v1/namespaces/${namespace}/pods`;
    const own = String((await request({})).body.status.token);
    const { code, body } = await subject().withToken(own).get(path);
    expect(code).toBe(403);
    expect(body.message).toEqual(
      expect.stringContaining(
        `User "system:serviceaccount:${namespace}:default" cannot list`,
      ),
    );
    const audiences = ['sts.amazonaws.com'];
    const foreign = String((await request({ audiences })).body.status.token);
    expect((await subject().withToken(foreign).get(path)).code).toBe(401);
    const review = (token: string, options: object = {}) =>
      admin.post('/apis/authentication.k8s.io/v1/tokenreviews', {
        spec: { token, ...options },
      });
    expect((await review(foreign, { audiences })).body.status).toMatchObject({
      authenticated: true,
      audiences,
    });
    expect((await review('wrong')).body.status.authenticated).toBeUndefined();
  });

  it('forgets the tokens of an account that is gone', async () => {
    const { admin } = subject();
    const accounts = `/api/v1/namespaces/${namespace}/serviceaccounts`;
    await admin.post(accounts, { metadata: { name: 'leaving' } });
    const { body } = await request({}, 'leaving');
    const client = subject().withToken(String(body.status.token));
    expect((await client.get(accounts)).code).toBe(403);
    await admin.delete(`${accounts}/leaving`);
    await subject().eventually(
      async () => (await client.get(accounts)).code === 401,
    );
  });

  it('refuses short-lived tokens and accounts that are not there', async () => {
    const short = await request({ expirationSeconds: 60 });
    expect(short.code).toBe(422);
    expect(short.body.message).toEqual(
      expect.stringContaining(
        'may not specify a duration less than 10 minutes',
      ),
    );
    const missing = await request({}, 'missing');
    expect(missing.code).toBe(404);
    expect(missing.body.message).toBe('serviceaccounts "missing" not found');
  });
};
