import { randomBytes } from 'node:crypto';
import type { ServiceAccountTokens } from './ServiceAccountTokens';
import type { UserInfo } from './UserInfo';

/** A bearer token nobody guesses. */
export function newToken(): string {
  return randomBytes(24).toString('base64url');
}

/** Recognises people by the tokens they were given, and ServiceAccounts by theirs. */
export class Authenticator {
  readonly #users = new Map<string, UserInfo>();
  readonly #serviceAccounts: ServiceAccountTokens;

  constructor(serviceAccounts: ServiceAccountTokens) {
    this.#serviceAccounts = serviceAccounts;
  }

  /** Gives somebody a token. */
  add(
    user: { name: string; groups?: readonly string[] },
    token = newToken(),
  ): string {
    const { name, groups = [] } = user;
    this.#users.set(token, {
      name,
      uid: name,
      groups: [...new Set([...groups, 'system:authenticated'])],
    });
    return token;
  }

  authenticate(token: string, audience?: string): UserInfo | undefined {
    return (
      this.#users.get(token) ?? this.#serviceAccounts.recognize(token, audience)
    );
  }
}
