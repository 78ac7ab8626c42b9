import type { Lease } from '../../types';
import type { WorkspaceRow } from '../rows';
import type { StoreDatabase } from '../StoreDatabase';

/** Rows on which a lease is held; none when it is lost. */
export function underLease(database: StoreDatabase, lease: Lease) {
  return database
    .client<WorkspaceRow>('workspaces')
    .where({ uid: lease.workspaceUid, lease_token: lease.token });
}

/** Whether a lease is held. */
export async function holdsLease(
  database: StoreDatabase,
  lease: Lease,
): Promise<boolean> {
  return (await underLease(database, lease).select('uid')).length > 0;
}

/** Prolongs a lease. False: lost. */
export async function renewLease(
  database: StoreDatabase,
  lease: Lease,
  leaseMs: number,
): Promise<boolean> {
  const renewed = await underLease(database, lease).update({
    lease_until: database.queueTimeIn(leaseMs),
  });
  return renewed > 0;
}

/** Gives a workspace back as it was; its due time was never touched by the claim. */
export async function releaseLease(
  database: StoreDatabase,
  lease: Lease,
): Promise<void> {
  await underLease(database, lease).update({
    lease_token: null,
    lease_until: null,
    lease_mark: null,
  });
}
