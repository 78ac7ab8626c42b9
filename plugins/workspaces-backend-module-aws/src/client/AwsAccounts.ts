import { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import { EKSClient } from '@aws-sdk/client-eks';
import { IAMClient } from '@aws-sdk/client-iam';
import { STSClient } from '@aws-sdk/client-sts';
import type { AwsCredentialsManager } from '@backstage/integration-aws-node';
import { isError } from '@backstage/errors';
import type { AwsClusterConfig } from '../config';
import type { AssociationClient } from './AssociationClient';
import { AccountPace } from './AccountPace';
import { AwsError } from './AwsError';
import { PacedRetryStrategy } from './PacedRetryStrategy';
import type { RoleClient } from './RoleClient';
import { SdkAssociationClient } from './SdkAssociationClient';
import { SdkRoleClient } from './SdkRoleClient';
import { SdkTrailClient } from './SdkTrailClient';
import type { TrailClient } from './TrailClient';

/** Which account to ask, and where. */
export type AwsPlace = Pick<
  AwsClusterConfig,
  'account' | 'region' | 'endpoint'
>;

/** The clients of accounts. */
export type AwsClients = Pick<AwsAccounts, 'roles' | 'associations' | 'trails'>;

const CONNECT_TIMEOUT_MS = 5_000;
const ANSWER_TIMEOUT_MS = 15_000;
/** Attempts for one request, the first one included; about half a minute of throttling. */
const MAX_ATTEMPTS = 8;

/** The clients of each account, shared by all workspaces, whose requests take turns in the pace of the account. */
export class AwsAccounts {
  readonly #credentials: AwsCredentialsManager;
  readonly #timeoutMs: number;
  readonly #roles = new Map<string, RoleClient>();
  readonly #associations = new Map<string, AssociationClient>();
  readonly #trails = new Map<string, TrailClient>();

  constructor(options: {
    readonly credentials: AwsCredentialsManager;
    /** How long an answer may take, in milliseconds. */
    readonly timeoutMs?: number;
  }) {
    this.#credentials = options.credentials;
    this.#timeoutMs = options.timeoutMs ?? ANSWER_TIMEOUT_MS;
  }

  /** The client of the IAM of an account. */
  roles(place: AwsPlace): RoleClient {
    return rememberedIn(this.#roles, place, () => {
      const options = this.#options(place);
      return new SdkRoleClient({
        account: place.account,
        iam: once(async () => new IAMClient(await options())),
        sts: once(async () => new STSClient(await options())),
      });
    });
  }

  /** The client of the EKS of an account and region, which AWS throttles apart from IAM. */
  associations(place: AwsPlace): AssociationClient {
    return rememberedIn(this.#associations, place, () => {
      const options = this.#options(place);
      return new SdkAssociationClient({
        account: place.account,
        eks: once(async () => new EKSClient(await options())),
      });
    });
  }

  /** The client of the CloudTrail of an account and region, which AWS throttles apart from both. */
  trails(place: AwsPlace): TrailClient {
    return rememberedIn(this.#trails, place, () => {
      const options = this.#options(place);
      return new SdkTrailClient({
        account: place.account,
        cloudTrail: once(async () => new CloudTrailClient(await options())),
      });
    });
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

  /** Settings of clients that take turns with each other. */
  #options({ account, region, endpoint }: AwsPlace) {
    const pace = new AccountPace();
    return async () => {
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
  }
}

/** The client of a place, made when it is asked for first. */
function rememberedIn<T>(
  clients: Map<string, T>,
  place: AwsPlace,
  create: () => T,
): T {
  const key = `${place.account} ${place.endpoint ?? place.region}`;
  const known = clients.get(key);
  if (known) {
    return known;
  }
  const client = create();
  clients.set(key, client);
  return client;
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
