import type { PolicyView } from '@team-workspaces/backstage-plugin-workspaces-common';
import type { AccountQuotas } from '../client';
import {
  DEFAULT_TRUST_POLICY_QUOTA,
  INLINE_POLICIES_QUOTA,
  policySize,
} from '../policies';
import type { InspectedRole } from './RoleInspector';

/** The policies of a role with what of the quota they take. */
export function policyViews(
  inspected: Pick<InspectedRole, 'trust' | 'permissions' | 'snapshot'>,
  quotas: AccountQuotas | undefined,
): PolicyView[] {
  const { trust, permissions, snapshot } = inspected;
  const liveTrust = snapshot.role?.trust;
  const livePermissions = snapshot.policies?.own;
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
        size: policySize(livePermissions ?? permissions) + extraSize,
        limit: INLINE_POLICIES_QUOTA,
        limitSource: 'documented',
      },
    },
  ];
}
