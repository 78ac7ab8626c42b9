import {
  HINTS,
  type WorkspaceNamespace,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import {
  StepFailedError,
  type IamProvider,
  type StepContext,
  type WorkspaceStep,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { ROLE_ANNOTATIONS } from '../iam/roleAnnotations';
import {
  LIMIT_RANGE,
  NETWORK_POLICY,
  RESOURCE_QUOTA,
  ROLE,
  ROLE_BINDING,
} from '../objects/kinds';
import { renderLimitRange } from '../objects/limitRange';
import { renderNetworkPolicy } from '../objects/networkPolicy';
import { renderResourceQuota } from '../objects/resourceQuota';
import { renderRole } from '../objects/role';
import { renderRoleBinding } from '../objects/roleBinding';
import { BOUND_ROLES } from '../objects/roleRules';
import type {
  NetworkProfileConfig,
  QuotaProfileConfig,
  WorkspacesConfig,
} from '../types';
import { NamespacesStep } from './NamespacesStep';
import { ObjectSetStep } from './ObjectSetStep';
import {
  ServiceAccountsStep,
  type RoleAnnotations,
} from './ServiceAccountsStep';

/** The steps that every workspace is provisioned with; modules add theirs to them. */
export function createWorkspaceSteps(
  config: WorkspacesConfig,
  roles: RoleAnnotations &
    Pick<IamProvider, 'credentialEndpoints'> = ROLE_ANNOTATIONS,
): WorkspaceStep[] {
  return [
    new NamespacesStep(config),
    new ObjectSetStep({
      id: 'network-policies',
      title: 'Network policies',
      kinds: [NETWORK_POLICY],
      render: ({ workspace, internalCidrs }, namespace) => [
        renderNetworkPolicy(workspace, {
          namespace: namespace.name,
          profile: networkProfileOf(config, namespace),
          network: config.network,
          internalCidrs,
          credentialEndpoints: roles.credentialEndpoints?.(workspace),
        }),
      ],
    }),
    new ObjectSetStep({
      id: 'rbac',
      title: 'RBAC',
      kinds: [ROLE, ROLE_BINDING],
      render: (context, namespace) => renderRbac(config, context, namespace),
    }),
    new ObjectSetStep({
      id: 'resource-quotas',
      title: 'Quota',
      kinds: [RESOURCE_QUOTA],
      render: ({ workspace }, { name }) => [
        renderResourceQuota(
          workspace,
          name,
          quotaProfileOf(config, workspace.quotaProfile),
        ),
      ],
    }),
    new ObjectSetStep({
      id: 'limit-ranges',
      title: 'Limit ranges',
      kinds: [LIMIT_RANGE],
      render: ({ workspace }, { name }) => [
        renderLimitRange(
          workspace,
          name,
          quotaProfileOf(config, workspace.quotaProfile),
        ),
      ],
    }),
    new ServiceAccountsStep(roles),
  ];
}

function renderRbac(
  { rbac }: WorkspacesConfig,
  { workspace, members }: StepContext,
  { name: namespace }: WorkspaceNamespace,
) {
  return BOUND_ROLES.flatMap(role => {
    const settings = { namespace, role, members, rbac };
    const binding = renderRoleBinding(workspace, settings);
    const rendered = renderRole(workspace, namespace, role);
    return binding ? [rendered, binding] : [rendered];
  });
}

function networkProfileOf(
  { namespaces, network }: WorkspacesConfig,
  namespace: WorkspaceNamespace,
): NetworkProfileConfig {
  const name =
    namespaces.find(({ suffix }) => suffix === namespace.suffix)
      ?.networkProfile ?? namespace.networkProfile;
  return (
    network.profiles.find(profile => profile.name === name) ??
    missing(
      `The network profile "${name}" of the namespace ${namespace.name} is not in workspaces.network.profiles.`,
    )
  );
}

function quotaProfileOf(
  { quotaProfiles }: WorkspacesConfig,
  name: string,
): QuotaProfileConfig {
  return (
    quotaProfiles.find(profile => profile.name === name) ??
    missing(`The quota profile "${name}" is not in workspaces.quotaProfiles.`)
  );
}

function missing(message: string): never {
  throw new StepFailedError({
    reason: 'ObjectInvalid',
    message,
    hint: HINTS.ObjectInvalid,
  });
}
