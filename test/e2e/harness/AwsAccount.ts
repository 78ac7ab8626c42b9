import {
  CreatePolicyCommand,
  CreateRoleCommand,
  GetRoleCommand,
  IAMClient,
  NoSuchEntityException,
  PutRolePolicyCommand,
  UpdateAssumeRolePolicyCommand,
  type Role,
} from '@aws-sdk/client-iam';
import { AWS_ACCOUNT, AWS_BUCKET, BOUNDARY } from './awsConfiguration';
import type { RolePolicies } from './rolePolicies';

/** Name of the inline policy of roles. */
const POLICY = 'workspace';

/** The account of the portal in the emulator, as somebody who may do everything in it. */
export class AwsAccount {
  readonly #iam: IAMClient;

  constructor(endpoint: string) {
    this.#iam = new IAMClient({
      endpoint,
      region: 'us-west-2',
      credentials: { accessKeyId: AWS_ACCOUNT, secretAccessKey: 'any' },
    });
  }

  /** Makes the policy without which the portal makes no roles. */
  async createBoundary(): Promise<void> {
    await this.#iam.send(
      new CreatePolicyCommand({
        PolicyName: BOUNDARY,
        PolicyDocument: JSON.stringify({
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Action: 's3:*',
              Resource: [
                `arn:aws:s3:::${AWS_BUCKET}`,
                `arn:aws:s3:::${AWS_BUCKET}/*`,
              ],
            },
          ],
        }),
      }),
    );
  }

  /** Makes a role as a platform team does, outside the portal; returns its ARN. */
  async createRole(name: string, policies: RolePolicies): Promise<string> {
    const { Role: role } = await this.#iam.send(
      new CreateRoleCommand({
        RoleName: name,
        AssumeRolePolicyDocument: JSON.stringify(policies.trust),
      }),
    );
    await this.setPermissions(name, policies.permissions);
    return role?.Arn ?? '';
  }

  /** A role as AWS has it; undefined when there is none of this name. */
  async findRole(name: string): Promise<Role | undefined> {
    try {
      const { Role: role } = await this.#iam.send(
        new GetRoleCommand({ RoleName: name }),
      );
      return role;
    } catch (error) {
      if (error instanceof NoSuchEntityException) {
        return undefined;
      }
      throw error;
    }
  }

  /** Changes what a role may do, behind the portal's back. */
  async setPermissions(
    role: string,
    permissions: RolePolicies['permissions'],
  ): Promise<void> {
    await this.#iam.send(
      new PutRolePolicyCommand({
        RoleName: role,
        PolicyName: POLICY,
        PolicyDocument: JSON.stringify(permissions),
      }),
    );
  }

  /** Changes who may take a role, behind the portal's back. */
  async setTrust(role: string, trust: RolePolicies['trust']): Promise<void> {
    await this.#iam.send(
      new UpdateAssumeRolePolicyCommand({
        RoleName: role,
        PolicyDocument: JSON.stringify(trust),
      }),
    );
  }

  close(): void {
    this.#iam.destroy();
  }
}
