import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import * as yaml from 'yaml';

/** Examples of `workspaces:delete`, shown on the page of installed actions. */
export const examples: TemplateExample[] = [
  {
    description: 'Delete a team workspace and wait until it is gone',
    example: yaml.stringify({
      steps: [
        {
          id: 'delete',
          action: 'workspaces:delete',
          name: 'Delete the team workspace',
          input: {
            id: 'team-a',
            confirmation: '${{ parameters.confirmation }}',
          },
        },
      ],
    }),
  },
  {
    description: 'Ask for the deletion without waiting for it',
    example: yaml.stringify({
      steps: [
        {
          id: 'delete',
          action: 'workspaces:delete',
          name: 'Delete the team workspace',
          input: {
            id: 'team-a',
            confirmation: '${{ parameters.confirmation }}',
            wait: false,
          },
        },
      ],
    }),
  },
];
