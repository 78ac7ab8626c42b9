import { createPublicKey, verify, type JsonWebKey } from 'node:crypto';

/** Claims of a ServiceAccount's token that AWS looks at. */
export interface TokenClaims {
  readonly iss: string;
  readonly sub: string;
  readonly aud: readonly string[];
  readonly exp: number;
}

/** Checks the signature of a token with the keys of the cluster that issued it. Throws when it is not right. */
export function verifyToken(
  token: string,
  keys: readonly (JsonWebKey & { readonly kid?: string })[],
): TokenClaims {
  const [header, payload, signature] = token.split('.');
  const { alg, kid } = decode(header);
  const key = keys.find(each => each.kid === kid);
  if (alg !== 'RS256' || !key) {
    throw new Error('The token is not signed with a key of the cluster');
  }
  const isRight = verify(
    'RSA-SHA256',
    Buffer.from(`${header}.${payload}`),
    createPublicKey({ key, format: 'jwk' }),
    Buffer.from(signature, 'base64url'),
  );
  if (!isRight) {
    throw new Error('The signature of the token is wrong');
  }
  return decode(payload);
}

/** The same claims as AWS reads them: the emulator compares `aud` as a text, where Kubernetes writes a list. */
export function withAudienceAsText(token: string, claims: TokenClaims): string {
  const [header, , signature] = token.split('.');
  const { aud, ...rest } = claims;
  if (aud.length !== 1) {
    throw new Error('The token is for more than one audience');
  }
  return [header, encode({ ...rest, aud: aud[0] }), signature].join('.');
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

function decode(part: string) {
  return JSON.parse(Buffer.from(part, 'base64url').toString());
}
