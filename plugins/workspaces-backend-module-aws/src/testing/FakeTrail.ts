import type { RoleRequest, TrailClient } from '../client';

/** A CloudTrail that has what it is given. */
export class FakeTrail implements TrailClient {
  readonly requests: RoleRequest[] = [];

  async roleRequests(since: Date): Promise<readonly RoleRequest[]> {
    return this.requests.filter(({ at }) => new Date(at) >= since);
  }
}
