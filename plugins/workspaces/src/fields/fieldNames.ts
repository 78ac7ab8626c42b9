/** The values of `ui:field` by which software templates use the form fields. @public */
export const FIELD_NAMES = {
  owner: 'TeamWorkspaceOwner',
  id: 'TeamWorkspaceId',
  quotaProfile: 'TeamWorkspaceQuotaProfile',
  cluster: 'TeamWorkspaceCluster',
  plan: 'TeamWorkspacePlan',
} as const;
