import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  randomUUID,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { promisify } from 'node:util';
import type { JsonObject } from '@backstage/types';
import { builtIn } from '../api/ResourceRegistry';
import {
  isJsonObject,
  objectField,
  type KubernetesObject,
} from '../objects/KubernetesObject';
import type { ObjectStore } from '../storage/ObjectStore';
import type { UserInfo } from './UserInfo';

const serviceAccounts = builtIn('', 'serviceaccounts');

/** The audience of tokens for the API itself. */
export const apiAudience = 'https://kubernetes.default.svc';

const encode = (value: JsonObject) =>
  Buffer.from(JSON.stringify(value)).toString('base64url');

function decode(part: string): JsonObject {
  try {
    const value = JSON.parse(Buffer.from(part, 'base64url').toString());
    return isJsonObject(value) ? value : {};
  } catch {
    return {};
  }
}

/** Makes a signing key as PEM. */
export async function createSigningKey(): Promise<string> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return privateKey;
}

/** Issues and recognises the signed tokens of ServiceAccounts. */
export class ServiceAccountTokens {
  readonly #store: ObjectStore;
  readonly #key: KeyObject;
  readonly #publicKey: KeyObject;
  readonly #keyId: string;
  readonly issuer: string;

  constructor(options: { store: ObjectStore; issuer: string; key: string }) {
    this.#store = options.store;
    this.issuer = options.issuer;
    this.#key = createPrivateKey(options.key);
    this.#publicKey = createPublicKey(this.#key);
    const der = this.#publicKey.export({ type: 'spki', format: 'der' });
    this.#keyId = createHash('sha256').update(der).digest('base64url');
  }

  /** The public key as a JSON Web Key Set. */
  keySet(): JsonObject {
    const jwk = this.#publicKey.export({ format: 'jwk' });
    return {
      keys: [
        {
          use: 'sig',
          kty: 'RSA',
          kid: this.#keyId,
          alg: 'RS256',
          n: String(jwk.n),
          e: String(jwk.e),
        },
      ],
    };
  }

  /** Issues a token; `seconds` is how long it is valid. */
  issue(options: {
    account: KubernetesObject;
    audiences: readonly string[];
    seconds: number;
  }): { token: string; expires: Date } {
    const { account, audiences, seconds } = options;
    const { name, namespace = '', uid = '' } = account.metadata;
    const now = Math.floor(Date.now() / 1000);
    const header = { alg: 'RS256', kid: this.#keyId };
    const claims = {
      aud: [...audiences],
      exp: now + seconds,
      iat: now,
      iss: this.issuer,
      jti: randomUUID(),
      'kubernetes.io': { namespace, serviceaccount: { name, uid } },
      nbf: now,
      sub: `system:serviceaccount:${namespace}:${name}`,
    };
    const content = `${encode(header)}.${encode(claims)}`;
    const signature = sign('RSA-SHA256', Buffer.from(content), this.#key);
    return {
      token: `${content}.${signature.toString('base64url')}`,
      expires: new Date((now + seconds) * 1000),
    };
  }

  /** Who a token stands for; nobody when it is not ours, expired, or its account is gone. */
  recognize(token: string, audience = apiAudience): UserInfo | undefined {
    const [header, payload, signature, extra] = token.split('.');
    if (!header || !payload || !signature || extra !== undefined) {
      return undefined;
    }
    const content = Buffer.from(`${header}.${payload}`);
    const bytes = Buffer.from(signature, 'base64url');
    if (!verify('RSA-SHA256', content, this.#publicKey, bytes)) {
      return undefined;
    }
    const claims = decode(payload);
    const audiences = Array.isArray(claims.aud) ? claims.aud : [];
    if (Number(claims.exp) * 1000 < Date.now()) return undefined;
    if (!audiences.includes(audience)) return undefined;
    const bound = objectField(claims, 'kubernetes.io');
    const namespace = String(bound.namespace);
    const { name, uid } = objectField(bound, 'serviceaccount');
    const account = this.#store.get(serviceAccounts, namespace, String(name));
    if (!account || account.metadata.uid !== uid) return undefined;
    return {
      name: `system:serviceaccount:${namespace}:${name}`,
      uid: String(uid),
      groups: [
        'system:serviceaccounts',
        `system:serviceaccounts:${namespace}`,
        'system:authenticated',
      ],
    };
  }
}
