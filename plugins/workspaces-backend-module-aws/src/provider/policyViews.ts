import type { PolicyView } from '@team-workspaces/backstage-plugin-workspaces-common';
import type { AccountQuotas } from '../client';
import {
  DEFAULT_TRUST_POLICY_QUOTA,
  INLINE_POLICIES_QUOTA,
  policySize,
  type PolicyDocument,
} from '../policies';
import type { InspectedRole } from './RoleInspector';
import { readablePermissions, type RoleSnapshot } from './RoleSnapshot';

/** The policies of a role with what of the quota they take. */
export function policyViews(
  inspected: Pick<InspectedRole, 'trust' | 'permissions' | 'snapshot'>,
  quotas: AccountQuotas | undefined,
): PolicyView[] {
  const { trust, permissions, snapshot } = inspected;
  const liveTrust = snapshot.role?.trust;
  const own = snapshot.policies?.own;
  const livePermissions = own ?? joined(snapshot);
  const extraSize = (snapshot.policies?.extra ?? []).reduce(
    (sum, { document }) => sum + (document ? policySize(document) : 0),
    0,
  );
  return [
    {
      kind: 'trust',
      document: { ...trust },
      ...(liveTrust && { liveDocument: { ...liveTrust } }),
      size: {
        size: policySize(liveTrust ?? trust),
        limit: quotas?.trustPolicyQuota ?? DEFAULT_TRUST_POLICY_QUOTA,
        limitSource: quotas ? 'account' : 'documented',
      },
    },
    {
      kind: 'permissions',
      document: { ...permissions },
      ...(livePermissions && { liveDocument: { ...livePermissions } }),
      size: {
        // Of a role that others made, all inline policies are extra ones.
        size:
          extraSize +
          (own || !livePermissions ? policySize(own ?? permissions) : 0),
        limit: INLINE_POLICIES_QUOTA,
        limitSource: 'documented',
      },
    },
  ];
}

/** All that a role may do by policies of others, as one document; undefined where there is none, or one is unreadable. */
function joined({ policies }: RoleSnapshot): PolicyDocument | undefined {
  const documents = readablePermissions(policies) ?? [];
  return documents.length > 0
    ? {
        Version: '2012-10-17',
        Statement: documents.flatMap(({ Statement }) => Statement),
      }
    : undefined;
}
