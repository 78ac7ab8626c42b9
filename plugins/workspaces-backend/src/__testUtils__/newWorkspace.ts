import type { NewWorkspace } from '../types';

/** A workspace to store, with three namespaces unless others are given. */
export function newWorkspace(
  id: string,
  fields: Partial<NewWorkspace> = {},
): NewWorkspace {
  return {
    id,
    displayName: `Workspace ${id}`,
    description: '',
    owner: 'group:default/ocean',
    cluster: 'local',
    quotaProfile: 'small',
    createdBy: 'user:default/mia',
    namespaces: [
      ['notebooks', 'notebooks'],
      ['drls-clusters', 'clusters'],
      ['drls-pipelines', 'pipelines'],
    ].map(([suffix, networkProfile]) => ({
      name: `${id}-${suffix}`,
      suffix,
      networkProfile,
    })),
    members: [{ subject: 'user:default/mia', role: 'admin' }],
    ...fields,
  };
}
