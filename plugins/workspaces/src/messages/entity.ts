/** Texts of the tabs and cards on entities of the catalog. */
export const entityMessages = {
  tab: 'Team workspaces',
  title: 'Team workspaces of {{group}}',
  empty: '{{group}} has no workspace yet',
  requestFor: 'Request a workspace for {{group}}',
  card: 'Team workspace',
  open: 'Open the workspace',
  members_one: '{{count}} member',
  members_other: '{{count}} members',
  namespaces_one: '{{count}} namespace',
  namespaces_other: '{{count}} namespaces',
  noWorkspace: 'This entity stands for no team workspace',
  notYours:
    'This team workspace is not yours to see, or it has just been deleted. Ask its owner to add you.',
} as const;
