import {
  CreateOpenIDConnectProviderCommand,
  CreatePolicyCommand,
  IAMClient,
} from '@aws-sdk/client-iam';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { STSClient } from '@aws-sdk/client-sts';
import {
  roleConfig,
  TEST_ACCOUNT,
} from '@team-workspaces/backstage-plugin-workspaces-backend-module-aws/src/testing/roleConfig';
import { RoleStage } from '@team-workspaces/backstage-plugin-workspaces-backend-module-aws/src/testing/RoleStage';
import { Ministack } from '../ministack';

/** What requests to AWS are signed with. */
export interface AwsCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

const ROOT: AwsCredentials = {
  accessKeyId: TEST_ACCOUNT,
  secretAccessKey: 'of-the-emulator',
};
const NOBODY: AwsCredentials = { accessKeyId: 'nobody', secretAccessKey: '-' };

/** An AWS account in the emulator, with what the platform team has to make before the first workspace. */
export class AwsStage {
  readonly #ministack: Ministack;

  static async start(): Promise<AwsStage> {
    const stage = new AwsStage(await Ministack.start());
    try {
      await stage.#prepare();
    } catch (error) {
      await stage.stop();
      throw error;
    }
    return stage;
  }

  private constructor(ministack: Ministack) {
    this.#ministack = ministack;
  }

  get url(): string {
    return this.#ministack.url;
  }

  /** IAM as root of the account. */
  iam(): IAMClient {
    return new IAMClient(this.#options(ROOT));
  }

  /** STS as somebody without any identity, which a web identity needs not have. */
  sts(): STSClient {
    return new STSClient(this.#options(NOBODY));
  }

  s3(credentials: AwsCredentials = ROOT): S3Client {
    return new S3Client({
      ...this.#options(credentials),
      forcePathStyle: true,
    });
  }

  /** The role step and the provider of the portal, which ask the emulator or what stands before it. */
  roles(
    options: { readonly endpoint?: string; readonly timeoutMs?: number } = {},
  ): RoleStage {
    const config = roleConfig({ endpoint: options.endpoint ?? this.url });
    return new RoleStage({
      timeoutMs: options.timeoutMs,
      clusters: new Map([[config.cluster, config]]),
      credentials: {
        getCredentialProvider: async () => ({
          sdkCredentialProvider: async () => ROOT,
        }),
      },
    });
  }

  stop(): Promise<void> {
    return this.#ministack.stop();
  }

  async #prepare(): Promise<void> {
    const { oidcProvider, bucket } = roleConfig();
    const iam = this.iam();
    await iam.send(
      new CreateOpenIDConnectProviderCommand({
        Url: `https://${oidcProvider}`,
        ClientIDList: ['sts.amazonaws.com'],
        ThumbprintList: ['0'.repeat(40)],
      }),
    );
    await iam.send(
      new CreatePolicyCommand({
        PolicyName: 'team-workspaces',
        PolicyDocument: JSON.stringify({
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }],
        }),
      }),
    );
    await this.s3().send(
      new CreateBucketCommand({
        Bucket: bucket,
        CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' },
      }),
    );
  }

  #options(credentials: AwsCredentials) {
    return { endpoint: this.url, region: 'eu-west-1', credentials };
  }
}
