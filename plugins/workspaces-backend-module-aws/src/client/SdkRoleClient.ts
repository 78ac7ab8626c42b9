import {
  CreateRoleCommand,
  DeleteRoleCommand,
  DeleteRolePolicyCommand,
  GetAccountSummaryCommand,
  GetOpenIDConnectProviderCommand,
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  paginateListAttachedRolePolicies,
  paginateListRolePolicies,
  PutRolePermissionsBoundaryCommand,
  PutRolePolicyCommand,
  TagRoleCommand,
  UpdateAssumeRolePolicyCommand,
  type IAMClient,
} from '@aws-sdk/client-iam';
import { GetCallerIdentityCommand, type STSClient } from '@aws-sdk/client-sts';
import { DEFAULT_TRUST_POLICY_QUOTA } from '../policies';
import { hasCode } from './AwsError';
import { decodePolicy } from './decodePolicy';
import type { RoleClient } from './RoleClient';
import { toCreation, toOptions, toRole, toTags } from './sdkShapes';
import { toAwsError } from './toAwsError';

/** Asks the IAM of one account through the SDK, whose clients are shared by everybody who asks that account. */
export class SdkRoleClient implements RoleClient {
  readonly account: string;
  readonly #iam: () => Promise<IAMClient>;
  readonly #sts: () => Promise<STSClient>;

  constructor(options: {
    readonly account: string;
    readonly iam: () => Promise<IAMClient>;
    readonly sts: () => Promise<STSClient>;
  }) {
    this.account = options.account;
    this.#iam = options.iam;
    this.#sts = options.sts;
  }

  getRole: RoleClient['getRole'] = (name, control) =>
    this.#optional('iam:GetRole', `role ${name}`, async iam => {
      const { Role: role } = await iam.send(
        new GetRoleCommand({ RoleName: name }),
        toOptions(control),
      );
      return role && toRole(role);
    });

  getInlinePolicy: RoleClient['getInlinePolicy'] = (role, policy, control) =>
    this.#optional(
      'iam:GetRolePolicy',
      `policy ${policy} of role ${role}`,
      async iam => {
        const { PolicyDocument: document } = await iam.send(
          new GetRolePolicyCommand({ RoleName: role, PolicyName: policy }),
          toOptions(control),
        );
        return decodePolicy(document);
      },
    );

  listInlinePolicies: RoleClient['listInlinePolicies'] = (role, control) =>
    this.#ask('iam:ListRolePolicies', `role ${role}`, async iam => {
      const names: string[] = [];
      const pages = paginateListRolePolicies(
        { client: iam },
        { RoleName: role },
        toOptions(control),
      );
      for await (const { PolicyNames = [] } of pages) {
        names.push(...PolicyNames);
      }
      return names;
    });

  listAttachedPolicies: RoleClient['listAttachedPolicies'] = (role, control) =>
    this.#ask('iam:ListAttachedRolePolicies', `role ${role}`, async iam => {
      const policies: { name: string; arn: string }[] = [];
      const pages = paginateListAttachedRolePolicies(
        { client: iam },
        { RoleName: role },
        toOptions(control),
      );
      for await (const { AttachedPolicies = [] } of pages) {
        policies.push(
          ...AttachedPolicies.map(({ PolicyName = '', PolicyArn = '' }) => ({
            name: PolicyName,
            arn: PolicyArn,
          })),
        );
      }
      return policies;
    });

  getManagedPolicy: RoleClient['getManagedPolicy'] = (arn, control) =>
    this.#ask('iam:GetPolicyVersion', `policy ${arn}`, async iam => {
      const options = toOptions(control);
      const { Policy } = await iam.send(
        new GetPolicyCommand({ PolicyArn: arn }),
        options,
      );
      const { PolicyVersion } = await iam.send(
        new GetPolicyVersionCommand({
          PolicyArn: arn,
          VersionId: Policy?.DefaultVersionId,
        }),
        options,
      );
      return decodePolicy(PolicyVersion?.Document);
    });

  createRole: RoleClient['createRole'] = (role, control) =>
    this.#ask('iam:CreateRole', `role ${role.name}`, async iam => {
      const { Role: created } = await iam.send(
        new CreateRoleCommand(toCreation(role)),
        toOptions(control),
      );
      if (!created) {
        throw new Error('AWS answered without the role');
      }
      return toRole(created);
    });

  updateTrust: RoleClient['updateTrust'] = (role, trust, control) =>
    this.#ask('iam:UpdateAssumeRolePolicy', `role ${role}`, async iam => {
      await iam.send(
        new UpdateAssumeRolePolicyCommand({
          RoleName: role,
          PolicyDocument: JSON.stringify(trust),
        }),
        toOptions(control),
      );
    });

  putBoundary: RoleClient['putBoundary'] = (role, boundaryArn, control) =>
    this.#ask('iam:PutRolePermissionsBoundary', `role ${role}`, async iam => {
      await iam.send(
        new PutRolePermissionsBoundaryCommand({
          RoleName: role,
          PermissionsBoundary: boundaryArn,
        }),
        toOptions(control),
      );
    });

  putInlinePolicy: RoleClient['putInlinePolicy'] = (
    role,
    policy,
    document,
    control,
  ) =>
    this.#ask('iam:PutRolePolicy', `role ${role}`, async iam => {
      await iam.send(
        new PutRolePolicyCommand({
          RoleName: role,
          PolicyName: policy,
          PolicyDocument: JSON.stringify(document),
        }),
        toOptions(control),
      );
    });

  tagRole: RoleClient['tagRole'] = (role, tags, control) =>
    this.#ask('iam:TagRole', `role ${role}`, async iam => {
      await iam.send(
        new TagRoleCommand({ RoleName: role, Tags: toTags(tags) }),
        toOptions(control),
      );
    });

  deleteInlinePolicy: RoleClient['deleteInlinePolicy'] = (
    role,
    policy,
    control,
  ) =>
    this.#optional('iam:DeleteRolePolicy', `role ${role}`, async iam => {
      await iam.send(
        new DeleteRolePolicyCommand({ RoleName: role, PolicyName: policy }),
        toOptions(control),
      );
    });

  deleteRole: RoleClient['deleteRole'] = (role, control) =>
    this.#optional('iam:DeleteRole', `role ${role}`, async iam => {
      await iam.send(
        new DeleteRoleCommand({ RoleName: role }),
        toOptions(control),
      );
    });

  quotas: RoleClient['quotas'] = control =>
    this.#ask('iam:GetAccountSummary', 'the account', async iam => {
      const { SummaryMap = {} } = await iam.send(
        new GetAccountSummaryCommand({}),
        toOptions(control),
      );
      return {
        roles: SummaryMap.Roles ?? 0,
        rolesQuota: SummaryMap.RolesQuota ?? Number.POSITIVE_INFINITY,
        trustPolicyQuota:
          SummaryMap.AssumeRolePolicySizeQuota ?? DEFAULT_TRUST_POLICY_QUOTA,
      };
    });

  getOidcProvider: RoleClient['getOidcProvider'] = (arn, control) =>
    this.#optional('iam:GetOpenIDConnectProvider', arn, async iam => {
      const { ClientIDList = [] } = await iam.send(
        new GetOpenIDConnectProviderCommand({ OpenIDConnectProviderArn: arn }),
        toOptions(control),
      );
      return { audiences: ClientIDList };
    });

  callerIdentity: RoleClient['callerIdentity'] = async control => {
    try {
      const sts = await this.#sts();
      const { Account = '', Arn = '' } = await sts.send(
        new GetCallerIdentityCommand({}),
        toOptions(control),
      );
      return { account: Account, arn: Arn };
    } catch (error) {
      throw toAwsError(
        {
          action: 'sts:GetCallerIdentity',
          subject: 'the account',
          account: this.account,
        },
        error,
      );
    }
  };

  async #ask<T>(
    action: string,
    subject: string,
    ask: (iam: IAMClient) => Promise<T>,
  ): Promise<T> {
    try {
      return await ask(await this.#iam());
    } catch (error) {
      throw toAwsError({ action, subject, account: this.account }, error);
    }
  }

  /** As {@link SdkRoleClient.#ask}, undefined when AWS has nothing of that name. */
  async #optional<T>(
    action: string,
    subject: string,
    ask: (iam: IAMClient) => Promise<T>,
  ): Promise<T | undefined> {
    try {
      return await this.#ask(action, subject, ask);
    } catch (error) {
      if (hasCode(error, 'NoSuchEntity')) {
        return undefined;
      }
      throw error;
    }
  }
}
