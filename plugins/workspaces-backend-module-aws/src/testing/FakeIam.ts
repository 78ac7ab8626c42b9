import {
  AwsError,
  type AccountQuotas,
  type AwsRole,
  type NewRole,
  type RoleClient,
} from '../client';
import type { PolicyDocument } from '../policies';
import { TEST_ACCOUNT } from './roleConfig';

interface StoredRole {
  role: AwsRole;
  readonly inline: Map<string, PolicyDocument>;
  readonly attached: Set<string>;
}

/** An error as AWS answers with it. */
export function awsRefusal(code: string, reason: AwsError['reason']): AwsError {
  return new AwsError({ code, reason, message: `AWS answered ${code}.` });
}

/** IAM in memory, for tests of what we make of its answers. */
export class FakeIam implements RoleClient {
  readonly account = TEST_ACCOUNT;
  readonly roles = new Map<string, StoredRole>();
  readonly managedPolicies = new Map<string, PolicyDocument>();
  /** Every request, such as `GetRole drls-workspace-team`. */
  readonly requests: string[] = [];
  /** Runs before each request, and may throw in its place. */
  before: (request: string) => void | Promise<void> = () => {};
  /** Runs after each request was carried out, and may throw: its answer is lost. */
  after: (request: string) => void | Promise<void> = () => {};
  caller = TEST_ACCOUNT;
  limits: AccountQuotas = {
    roles: 1,
    rolesQuota: 1000,
    trustPolicyQuota: 2048,
  };
  audiences: readonly string[] | undefined = ['sts.amazonaws.com'];
  #ids = 0;

  getRole: RoleClient['getRole'] = name =>
    this.#answer('GetRole', name, () => this.roles.get(name)?.role);

  getInlinePolicy: RoleClient['getInlinePolicy'] = (role, policy) =>
    this.#answer('GetRolePolicy', role, () =>
      this.roles.get(role)?.inline.get(policy),
    );

  listInlinePolicies: RoleClient['listInlinePolicies'] = role =>
    this.#answer('ListRolePolicies', role, () => [
      ...this.#find(role).inline.keys(),
    ]);

  listAttachedPolicies: RoleClient['listAttachedPolicies'] = role =>
    this.#answer('ListAttachedRolePolicies', role, () =>
      [...this.#find(role).attached].map(arn => ({
        arn,
        name: arn.split('/').at(-1) ?? arn,
      })),
    );

  getManagedPolicy: RoleClient['getManagedPolicy'] = arn =>
    this.#answer('GetPolicyVersion', arn, () => {
      const document = this.managedPolicies.get(arn);
      if (!document) {
        throw awsRefusal('NoSuchEntity', 'RoleNotFound');
      }
      return document;
    });

  createRole: RoleClient['createRole'] = role =>
    this.#answer('CreateRole', role.name, () => {
      if (this.roles.has(role.name)) {
        throw awsRefusal('EntityAlreadyExists', 'RoleNotOurs');
      }
      return this.add(role);
    });

  updateTrust: RoleClient['updateTrust'] = (role, trust) =>
    this.#answer('UpdateAssumeRolePolicy', role, () =>
      this.#change(role, { trust }),
    );

  putBoundary: RoleClient['putBoundary'] = (role, boundaryArn) =>
    this.#answer('PutRolePermissionsBoundary', role, () =>
      this.#change(role, { boundaryArn }),
    );

  putInlinePolicy: RoleClient['putInlinePolicy'] = (role, policy, document) =>
    this.#answer('PutRolePolicy', role, () => {
      this.#find(role).inline.set(policy, document);
    });

  tagRole: RoleClient['tagRole'] = (role, tags) =>
    this.#answer('TagRole', role, () =>
      this.#change(role, { tags: { ...this.#find(role).role.tags, ...tags } }),
    );

  deleteInlinePolicy: RoleClient['deleteInlinePolicy'] = (role, policy) =>
    this.#answer('DeleteRolePolicy', role, () => {
      this.roles.get(role)?.inline.delete(policy);
    });

  deleteRole: RoleClient['deleteRole'] = name =>
    this.#answer('DeleteRole', name, () => {
      const stored = this.roles.get(name);
      if (stored && stored.inline.size + stored.attached.size > 0) {
        throw awsRefusal('DeleteConflict', 'AwsConflict');
      }
      this.roles.delete(name);
    });

  quotas: RoleClient['quotas'] = () =>
    this.#answer('GetAccountSummary', '', () => this.limits);

  getOidcProvider: RoleClient['getOidcProvider'] = arn =>
    this.#answer('GetOpenIDConnectProvider', arn, () =>
      this.audiences ? { audiences: this.audiences } : undefined,
    );

  callerIdentity: RoleClient['callerIdentity'] = () =>
    this.#answer('GetCallerIdentity', '', () => ({
      account: this.caller,
      arn: `arn:aws:iam::${this.caller}:user/portal`,
    }));

  /** Puts a role there, as somebody else would. */
  add(role: NewRole): AwsRole {
    this.#ids += 1;
    const { name, path, trust, boundaryArn, tags } = role;
    const arn = `arn:aws:iam::${this.account}:role${path}${name}`;
    const made = {
      name,
      path,
      trust,
      boundaryArn,
      tags,
      arn,
      id: `AROA${this.#ids}`,
    };
    this.roles.set(name, {
      role: made,
      inline: new Map(),
      attached: new Set(),
    });
    return made;
  }

  /** A role that has to be there. */
  stored(name: string): StoredRole {
    return this.#find(name);
  }

  #find(name: string): StoredRole {
    const stored = this.roles.get(name);
    if (!stored) {
      throw awsRefusal('NoSuchEntity', 'RoleNotFound');
    }
    return stored;
  }

  #change(name: string, changes: Partial<AwsRole>): void {
    const stored = this.#find(name);
    stored.role = { ...stored.role, ...changes };
  }

  async #answer<T>(
    action: string,
    subject: string,
    answer: () => T,
  ): Promise<T> {
    const request = `${action} ${subject}`.trim();
    this.requests.push(request);
    await this.before(request);
    const result = answer();
    await this.after(request);
    return result;
  }
}
