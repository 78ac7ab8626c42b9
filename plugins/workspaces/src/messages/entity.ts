/** Texts of the tab on Groups. */
export const entityMessages = {
  tab: 'Team workspaces',
  title: 'Team workspaces of {{group}}',
  empty: '{{group}} has no workspace yet',
  requestFor: 'Request a workspace for {{group}}',
} as const;
