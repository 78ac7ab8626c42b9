import type { ObjectStore } from '../storage/ObjectStore';
import { grantedRules } from './bindings';
import { ruleAllows, type Attributes } from './PolicyRule';
import { isSuperuser, type UserInfo } from './UserInfo';

/** Whether somebody may do something, and by which binding. */
export interface Decision {
  readonly allowed: boolean;
  readonly reason?: string;
}

/** Decides by the roles and bindings that are stored, as RBAC does. */
export class Authorizer {
  readonly #store: ObjectStore;

  constructor(store: ObjectStore) {
    this.#store = store;
  }

  authorize(user: UserInfo, wanted: Attributes): Decision {
    if (isSuperuser(user)) return { allowed: true };
    const namespace = 'path' in wanted ? undefined : wanted.namespace;
    for (const { rule, reason } of grantedRules(this.#store, user, namespace)) {
      if (ruleAllows(rule, wanted)) return { allowed: true, reason };
    }
    return { allowed: false };
  }
}
