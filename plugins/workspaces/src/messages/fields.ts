/** Texts of the form fields of software templates. */
export const fieldMessages = {
  optionsError: 'The choices could not be read.',
  owner: {
    title: 'Team',
    description: 'The Group that owns the workspace. You can choose your own.',
    limit: '{{used}} of {{limit}} workspaces used',
    missing: 'A team is missing? You must be a member of its Group.',
    none: 'You belong to no Group for which a workspace can be requested.',
    askAdmins: 'Ask one of the portal admins: {{admins}}',
    notAllowed: 'You cannot request a workspace for this Group.',
    noOptions: 'No Group matches',
  },
  id: {
    title: 'Id',
    description:
      'Names the namespaces. It cannot be changed later. Proposed from team and name until you change it.',
    checking: 'Checking…',
    available: 'The id is free.',
    notChecked: 'The id could not be checked: {{message}}',
    taken: 'The id is taken.',
    namespaces: 'Namespaces that will be made',
    length: '{{length}} of {{max}} characters',
    propose: 'Use {{id}}',
  },
  quotaProfile: {
    title: 'Quota profile',
    perNamespace_one: 'In {{count}} namespace:',
    perNamespace_other: 'In each of {{count}} namespaces:',
    default: 'default',
    unlimited: 'no limit',
  },
  cluster: {
    title: 'Cluster',
    only: 'The only cluster',
    none: 'No cluster is configured. Ask a portal admin.',
    unknown: 'There is no such cluster.',
  },
  plan: {
    title: 'What will be made',
    incomplete: 'Fill in team, id and display name to see the plan.',
    refused: 'It cannot be requested like this:',
    showAll: 'Show every object',
    hideAll: 'Hide the objects',
  },
} as const;
