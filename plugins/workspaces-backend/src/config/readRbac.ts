import type { Config } from '@backstage/config';
import {
  assertKnownKeys,
  invalidConfig,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import type { RbacConfig } from '../types';

const PATH = 'workspaces.rbac';

/** Reads `workspaces.rbac`: the templates of how catalog entities are called in the cluster. */
export function readRbac(config: Config | undefined): RbacConfig {
  if (config) {
    assertKnownKeys(config, PATH, ['userSubject', 'groupSubject']);
  }
  return {
    userSubject: readTemplate(config, 'userSubject'),
    groupSubject: readTemplate(config, 'groupSubject'),
  };
}

function readTemplate(config: Config | undefined, key: string): string {
  const template = config?.getOptionalString(key) ?? '{name}';
  const path = `${PATH}.${key}`;
  for (const [placeholder] of template.matchAll(/\{[^}]*\}?|\}/g)) {
    if (placeholder !== '{name}' && placeholder !== '{namespace}') {
      throw invalidConfig(
        path,
        `there is no placeholder ${placeholder}; there are {name} and {namespace}.`,
      );
    }
  }
  if (!template.includes('{name}')) {
    throw invalidConfig(
      path,
      'the placeholder {name} is needed, or all entities would be one subject.',
    );
  }
  // Names may hold hyphens, dots and underscores, so only something else tells `a-b` and `c` from `a` and `b-c`.
  if (/\}[A-Za-z0-9._-]*\{/.test(template)) {
    throw invalidConfig(
      path,
      'a character that names cannot have, such as : or /, must stand between the placeholders.',
    );
  }
  // Kubernetes keeps this prefix for itself: `system:masters` may do everything.
  if (template.toLowerCase().includes('system:')) {
    throw invalidConfig(path, '"system:" is reserved by Kubernetes.');
  }
  return template;
}
