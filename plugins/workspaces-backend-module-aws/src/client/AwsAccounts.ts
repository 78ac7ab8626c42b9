import { IAMClient } from '@aws-sdk/client-iam';
import { STSClient } from '@aws-sdk/client-sts';
import type { AwsCredentialsManager } from '@backstage/integration-aws-node';
import { isError } from '@backstage/errors';
import type { AwsClusterConfig } from '../config';
import { AccountPace } from './AccountPace';
import { AwsError } from './AwsError';
import { PacedRetryStrategy } from './PacedRetryStrategy';
import type { RoleClient } from './RoleClient';
import { SdkRoleClient } from './SdkRoleClient';

/** Which account to ask, and where. */
export type AwsPlace = Pick<
  AwsClusterConfig,
  'account' | 'region' | 'endpoint'
>;

const CONNECT_TIMEOUT_MS = 5_000;
const ANSWER_TIMEOUT_MS = 15_000;
/** Attempts for one request, the first one included; about half a minute of throttling. */
const MAX_ATTEMPTS = 8;

/** The clients of each account, shared by all workspaces, whose requests take turns in the pace of the account. */
export class AwsAccounts {
  readonly #credentials: AwsCredentialsManager;
  readonly #timeoutMs: number;
  readonly #clients = new Map<string, RoleClient>();

  constructor(options: {
    readonly credentials: AwsCredentialsManager;
    /** How long an answer may take, in milliseconds. */
    readonly timeoutMs?: number;
  }) {
    this.#credentials = options.credentials;
    this.#timeoutMs = options.timeoutMs ?? ANSWER_TIMEOUT_MS;
  }

  /** The client of an account. */
  roles(place: AwsPlace): RoleClient {
    const key = `${place.account} ${place.endpoint ?? place.region}`;
    let client = this.#clients.get(key);
    if (!client) {
      client = this.#create(place);
      this.#clients.set(key, client);
    }
    return client;
  }

  async #credentialsOf(accountId: string) {
    try {
      return await this.#credentials.getCredentialProvider({ accountId });
    } catch (error) {
      if (isError(error) && /no AWS integration/.test(error.message)) {
        throw new AwsError({
          reason: 'AwsAccessDenied',
          message: `There are no credentials for account ${accountId}.`,
          hint: `Add account ${accountId} to aws.accounts in the configuration.`,
          raw: error.message,
          cause: error,
        });
      }
      throw error;
    }
  }

  #create({ account, region, endpoint }: AwsPlace): RoleClient {
    const pace = new AccountPace();
    const options = async () => {
      const { sdkCredentialProvider } = await this.#credentialsOf(account);
      return {
        region,
        endpoint,
        credentials: sdkCredentialProvider,
        maxAttempts: MAX_ATTEMPTS,
        retryStrategy: new PacedRetryStrategy({
          pace,
          maxAttempts: MAX_ATTEMPTS,
        }),
        requestHandler: {
          connectionTimeout: CONNECT_TIMEOUT_MS,
          requestTimeout: this.#timeoutMs,
          throwOnRequestTimeout: true,
        },
      };
    };
    return new SdkRoleClient({
      account,
      iam: once(async () => new IAMClient(await options())),
      sts: once(async () => new STSClient(await options())),
    });
  }
}

/** Makes something once it is asked for, and again only when that failed. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch(error => {
      made = undefined;
      throw error;
    });
    return made;
  };
}
