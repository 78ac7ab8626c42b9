import { AwsError, type AccountQuotas, type RoleClient } from '../client';

const QUOTAS_LAST_MS = 10 * 60 * 1000;

/** What of an account changes seldom: who we are in it, and its quotas. */
export class AccountFacts {
  readonly #clock: () => number;
  readonly #identities = new WeakMap<
    RoleClient,
    ReturnType<RoleClient['callerIdentity']>
  >();
  readonly #quotas = new WeakMap<
    RoleClient,
    { readonly at: number; readonly quotas: Promise<AccountQuotas> }
  >();

  constructor(options: { readonly clock?: () => number } = {}) {
    this.#clock = options.clock ?? Date.now;
  }

  /**
   * Throws an AwsError when our credentials are those of another account, where we would make roles unasked. One
   * request serves everybody who waits for it.
   */
  async assertAccount(client: RoleClient): Promise<void> {
    let identity = this.#identities.get(client);
    if (!identity) {
      identity = client.callerIdentity();
      this.#identities.set(client, identity);
      identity.catch(() => this.#identities.delete(client));
    }
    const { account, arn } = await identity;
    if (account !== client.account) {
      this.#identities.delete(client);
      throw new AwsError({
        reason: 'AwsAccessDenied',
        message: `The credentials for account ${client.account} are those of ${arn}, in account ${account}.`,
        hint: `Set aws.accounts in the configuration so that account ${client.account} has credentials of its own.`,
      });
    }
  }

  /** At most ten minutes old; undefined when they may not be read. */
  async quotas(client: RoleClient): Promise<AccountQuotas | undefined> {
    const known = this.#quotas.get(client);
    const now = this.#clock();
    if (!known || now - known.at > QUOTAS_LAST_MS) {
      const quotas = client.quotas();
      quotas.catch(() => this.#quotas.delete(client));
      this.#quotas.set(client, { at: now, quotas });
    }
    try {
      return await this.#quotas.get(client)?.quotas;
    } catch (error) {
      if (error instanceof AwsError && error.reason === 'AwsAccessDenied') {
        return undefined;
      }
      throw error;
    }
  }
}
