import { CreateClusterCommand, EKSClient } from '@aws-sdk/client-eks';
import {
  CreateOpenIDConnectProviderCommand,
  CreatePolicyCommand,
  CreateRoleCommand,
  IAMClient,
} from '@aws-sdk/client-iam';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { STSClient } from '@aws-sdk/client-sts';
import {
  roleConfig,
  TEST_ACCOUNT,
} from '@team-workspaces/backstage-plugin-workspaces-backend-module-aws/src/testing/roleConfig';
import { RoleStage } from '@team-workspaces/backstage-plugin-workspaces-backend-module-aws/src/testing/RoleStage';
import type { PodIdentityInput } from '@team-workspaces/backstage-plugin-workspaces-backend-module-aws';
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

  /** EKS as root of the account. */
  eks(): EKSClient {
    return new EKSClient(this.#options(ROOT));
  }

  s3(credentials: AwsCredentials = ROOT): S3Client {
    return new S3Client({
      ...this.#options(credentials),
      forcePathStyle: true,
    });
  }

  /** Makes an EKS cluster of that name. */
  async createCluster(name: string): Promise<void> {
    const { Role: role } = await this.iam().send(
      new CreateRoleCommand({
        RoleName: `eks-${name}`,
        AssumeRolePolicyDocument: JSON.stringify({
          Version: '2012-10-17',
          Statement: {
            Effect: 'Allow',
            Principal: { Service: 'eks.amazonaws.com' },
            Action: 'sts:AssumeRole',
          },
        }),
      }),
    );
    await this.eks().send(
      new CreateClusterCommand({
        name,
        roleArn: role?.Arn,
        resourcesVpcConfig: {},
      }),
    );
  }

  /** The steps and the provider of the portal, which ask the emulator or what stands before it. */
  roles(
    options: {
      readonly endpoint?: string;
      readonly timeoutMs?: number;
      readonly podIdentity?: PodIdentityInput;
      /** Those of the portal; root of the account when absent. */
      readonly credentials?: AwsCredentials;
    } = {},
  ): RoleStage {
    const { credentials = ROOT, podIdentity } = options;
    const config = roleConfig({
      endpoint: options.endpoint ?? this.url,
      podIdentity,
    });
    return new RoleStage({
      timeoutMs: options.timeoutMs,
      clusters: new Map([[config.cluster, config]]),
      credentials: {
        getCredentialProvider: async () => ({
          sdkCredentialProvider: async () => credentials,
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
