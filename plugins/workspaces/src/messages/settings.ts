/** Texts of the settings of a workspace. */
export const settingsMessages = {
  general: 'What is wanted',
  displayName: 'Display name',
  description: 'Description',
  quotaProfile: 'Quota profile',
  perNamespace: 'In each namespace: {{hard}}',
  expiresAt: 'Expires on',
  expiresHint: 'Empty means never.',
  protected: 'Protected from deletion',
  protectedHint: 'While it is on, nobody can delete the workspace.',
  review: 'Show the plan',
  reviewHint:
    'You see what would change in the cluster before anything is done.',
  noChanges: 'Nothing is changed yet.',
  discard: 'Discard changes',
  saved: 'Saved. The cluster is being brought in line.',
  maintenance: 'Maintenance',
  retryExplain:
    'Compares the workspace with what it should be, and writes only the difference.',
  repairPlan: 'Show what it would do',
  danger: 'Danger zone',
  adoptTitle: 'Adopt namespaces that exist already',
  adoptExplain:
    'Takes over namespaces of the names of this workspace that somebody else made. You see first what would change in them.',
  adopt: 'Show what adopting would change',
  nothingToAdopt: 'There is no namespace to adopt.',
  deleteTitle: 'Delete the workspace',
  deleteExplain:
    'Deletes its namespaces with everything in them. This cannot be undone.',
  delete: 'Delete…',
  protectedRefuses: 'Switch the protection off first.',
  alreadyDeleting: 'The workspace is being deleted already.',
  typeId: 'Type the id {{id}} to confirm',
  deleteNow: 'Delete {{id}}',
  deleteCounts: 'This goes:',
  readOnlyDefault:
    'The default workspace uses namespaces that were there before the portal. It is never changed, adopted or deleted.',
} as const;
