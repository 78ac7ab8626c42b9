import type { Problem } from '@team-workspaces/backstage-plugin-workspaces-common';
import type { AccountQuotas } from '../client';
import {
  DEFAULT_TRUST_POLICY_QUOTA,
  INLINE_POLICIES_QUOTA,
  policySize,
  type PolicyDocument,
} from '../policies';

/** What AWS would refuse to store as too large, before anything is written. */
export function checkSizes(options: {
  readonly role: string;
  readonly trust: PolicyDocument;
  /** All inline policies that the role will have. */
  readonly inline: readonly PolicyDocument[];
  readonly creates: boolean;
  readonly quotas: AccountQuotas | undefined;
}): Problem[] {
  const { role, trust, inline, creates, quotas } = options;
  const problems: Problem[] = [];
  const tooLarge = (message: string, hint: string) =>
    problems.push({ reason: 'PolicyTooLarge', message, hint });
  const trustSize = policySize(trust);
  const trustQuota = quotas?.trustPolicyQuota ?? DEFAULT_TRUST_POLICY_QUOTA;
  if (trustSize > trustQuota) {
    tooLarge(
      `The trust policy of role ${role} would have ${trustSize} characters; AWS accepts ${trustQuota}.`,
      'Have AWS raise the quota "Role trust policy length" of the account, or take statements of others away.',
    );
  }
  const inlineSize = inline.reduce((sum, each) => sum + policySize(each), 0);
  if (inlineSize > INLINE_POLICIES_QUOTA) {
    tooLarge(
      `The inline policies of role ${role} would have ${inlineSize} characters; AWS accepts ${INLINE_POLICIES_QUOTA}.`,
      'Configure fewer extraPrefixes, or take inline policies of others away.',
    );
  }
  if (creates && quotas && quotas.roles >= quotas.rolesQuota) {
    tooLarge(
      `The account has ${quotas.roles} roles already; AWS accepts ${quotas.rolesQuota}.`,
      'Have AWS raise the quota "Roles per account", or delete roles that nobody needs.',
    );
  }
  return problems;
}
