import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import * as yaml from 'yaml';

/** Examples of `workspaces:create`, shown on the page of installed actions. */
export const examples: TemplateExample[] = [
  {
    description: 'Request a team workspace for a Group',
    example: yaml.stringify({
      steps: [
        {
          id: 'create',
          action: 'workspaces:create',
          name: 'Request the team workspace',
          input: {
            id: 'team-a',
            displayName: 'Team A',
            owner: 'group:default/team-a',
          },
        },
      ],
    }),
  },
  {
    description: 'Choose cluster and quota profile',
    example: yaml.stringify({
      steps: [
        {
          id: 'create',
          action: 'workspaces:create',
          name: 'Request the team workspace',
          input: {
            id: 'team-a-training',
            displayName: 'Team A training',
            description: 'Notebooks of the autumn course',
            owner: 'group:default/team-a',
            cluster: 'production',
            quotaProfile: 'large',
          },
        },
      ],
    }),
  },
];
