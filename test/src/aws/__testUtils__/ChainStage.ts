import {
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { AssumeRoleWithWebIdentityCommand } from '@aws-sdk/client-sts';
import { roleConfig } from '@team-workspaces/backstage-plugin-workspaces-backend-module-aws/src/testing/roleConfig';
import { roleWorkspace } from '@team-workspaces/backstage-plugin-workspaces-backend-module-aws/src/testing/roleWorkspace';
import { ApiClient } from '../../cluster/ApiClient';
import { ControlPlane } from '../../cluster/controlPlane';
import { AwsStage } from './AwsStage';
import { verifyToken, withAudienceAsText } from './verifyToken';

/** Who asks for the role of which workspace. */
export interface Session {
  readonly role: string;
  readonly namespace: string;
  readonly serviceAccount: string;
  readonly audience: string;
}

const PERSON = 'user-ada';

/** A real cluster that issues tokens, and an AWS account whose roles were made by the portal. */
export class ChainStage {
  readonly #aws: AwsStage;
  readonly #controlPlane: ControlPlane;
  readonly #client: ApiClient;

  static async start(ids: readonly string[]): Promise<ChainStage> {
    const [aws, controlPlane] = await Promise.all([
      AwsStage.start(),
      ControlPlane.start(),
    ]);
    const stage = new ChainStage(aws, controlPlane);
    try {
      await stage.#prepare(ids);
    } catch (error) {
      await stage.stop();
      throw error;
    }
    return stage;
  }

  private constructor(aws: AwsStage, controlPlane: ControlPlane) {
    this.#aws = aws;
    this.#controlPlane = controlPlane;
    this.#client = new ApiClient(controlPlane, {
      token: controlPlane.adminToken,
    });
  }

  async stop(): Promise<void> {
    await this.#client.close();
    await Promise.all([this.#aws.stop(), this.#controlPlane.stop()]);
  }

  /** A session of a person in the notebooks of a workspace. */
  static session(id: string, overrides: Partial<Session> = {}): Session {
    return {
      role: id,
      namespace: `${id}-notebooks`,
      serviceAccount: PERSON,
      audience: 'sts.amazonaws.com',
      ...overrides,
    };
  }

  /** S3 with the credentials that a session gets for the token of its ServiceAccount. Throws when it gets none. */
  async assume(session: Session): Promise<S3Client> {
    const token = await this.#tokenOf(session);
    const { account, rolePath, roleNamePattern } = roleConfig();
    const { Credentials } = await this.#aws.sts().send(
      new AssumeRoleWithWebIdentityCommand({
        RoleArn: `arn:aws:iam::${account}:role${rolePath}${roleNamePattern.replace(
          '{id}',
          session.role,
        )}`,
        RoleSessionName: session.serviceAccount,
        WebIdentityToken: token,
      }),
    );
    return this.#aws.s3({
      accessKeyId: Credentials?.AccessKeyId ?? '',
      secretAccessKey: Credentials?.SecretAccessKey ?? '',
      sessionToken: Credentials?.SessionToken,
    });
  }

  async #tokenOf(session: Session): Promise<string> {
    const { namespace, serviceAccount, audience } = session;
    const { body } = await this.#post(
      `/api/v1/namespaces/${namespace}/serviceaccounts/${serviceAccount}/token`,
      { spec: { audiences: [audience] } },
    );
    const token = String(body.status.token);
    const keys = await this.#client.get('/openid/v1/jwks', {
      accept: 'application/jwk-set+json',
    });
    const claims = verifyToken(
      token,
      JSON.parse(JSON.stringify(keys.body.keys)),
    );
    return withAudienceAsText(token, claims);
  }

  async #prepare(ids: readonly string[]): Promise<void> {
    const roles = this.#aws.roles();
    roles.workspaces = ids.map(id => roleWorkspace(id));
    for (const workspace of roles.workspaces) {
      await roles.pass(workspace);
      for (const { name } of workspace.namespaces) {
        await this.#post('/api/v1/namespaces', { metadata: { name } });
        for (const serviceAccount of [PERSON, 'builder']) {
          await this.#post(`/api/v1/namespaces/${name}/serviceaccounts`, {
            metadata: { name: serviceAccount },
          });
        }
      }
    }
    const s3 = this.#aws.s3();
    for (const id of ids) {
      await putObject(s3, `${id}/object`);
    }
    await putObject(s3, 'object');
  }

  async #post(path: string, body: object) {
    const answer = await this.#client.post(path, body);
    if (answer.code >= 300) {
      throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    }
    return answer;
  }
}

const { bucket: Bucket } = roleConfig();

/** Whether S3 lets a request through; rejects for any other failure than a refusal. */
export async function isAllowed(request: Promise<unknown>): Promise<boolean> {
  try {
    await request;
    return true;
  } catch (error) {
    if (
      error instanceof Error &&
      /^(AccessDenied|AccessDeniedException|InvalidIdentityToken)$/.test(
        error.name,
      )
    ) {
      return false;
    }
    throw error;
  }
}

export async function putObject(s3: S3Client, key: string): Promise<unknown> {
  return s3.send(new PutObjectCommand({ Bucket, Key: key, Body: 'text' }));
}

export async function getObject(s3: S3Client, key: string): Promise<unknown> {
  return s3.send(new GetObjectCommand({ Bucket, Key: key }));
}

export async function listObjects(
  s3: S3Client,
  prefix: string | undefined,
): Promise<unknown> {
  return s3.send(new ListObjectsV2Command({ Bucket, Prefix: prefix }));
}
