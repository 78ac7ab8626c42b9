import { createConditionExports } from '@backstage/plugin-permission-node';
import { workspacePermissionResourceRef } from './resource';
import { workspaceRules } from './rules';

const exported = createConditionExports({
  resourceRef: workspacePermissionResourceRef,
  rules: workspaceRules,
});

/**
 * Conditions on workspaces, for authors of permission policies.
 *
 * @example
 * ```ts
 * createWorkspaceConditionalDecision(
 *   request.permission,
 *   workspaceConditions.isOwner({ owners: user.info.ownershipEntityRefs }),
 * );
 * ```
 *
 * @public
 */
export const workspaceConditions = exported.conditions;

/** Makes a conditional decision of conditions on workspaces. @public */
export const createWorkspaceConditionalDecision =
  exported.createConditionalDecision;
