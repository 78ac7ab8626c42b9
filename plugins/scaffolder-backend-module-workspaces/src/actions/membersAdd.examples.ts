import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import * as yaml from 'yaml';

/** Examples of `workspaces:members:add`, shown on the page of installed actions. */
export const examples: TemplateExample[] = [
  {
    description: 'Let a Group use a team workspace',
    example: yaml.stringify({
      steps: [
        {
          id: 'add',
          action: 'workspaces:members:add',
          name: 'Add the course to the team workspace',
          input: {
            workspaceId: 'team-a',
            subject: 'group:default/autumn-course',
            role: 'user',
          },
        },
      ],
    }),
  },
  {
    description: 'Make somebody an admin, whatever role they have now',
    example: yaml.stringify({
      steps: [
        {
          id: 'add',
          action: 'workspaces:members:add',
          name: 'Hand over the team workspace',
          input: {
            workspaceId: '${{ steps.create.output.id }}',
            subject: '${{ parameters.lead }}',
            role: 'admin',
            changeRole: true,
          },
        },
      ],
    }),
  },
];
