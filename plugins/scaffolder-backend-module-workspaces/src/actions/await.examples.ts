import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import * as yaml from 'yaml';

/** Examples of `workspaces:await`, shown on the page of installed actions. */
export const examples: TemplateExample[] = [
  {
    description: 'Wait until a team workspace is set up',
    example: yaml.stringify({
      steps: [
        {
          id: 'await',
          action: 'workspaces:await',
          name: 'Set up the team workspace',
          input: { id: '${{ steps.create.output.id }}' },
        },
      ],
    }),
  },
  {
    description: 'Wait for at most half an hour',
    example: yaml.stringify({
      steps: [
        {
          id: 'await',
          action: 'workspaces:await',
          name: 'Set up the team workspace',
          input: { id: 'team-a', timeout: { minutes: 30 } },
        },
      ],
    }),
  },
];
