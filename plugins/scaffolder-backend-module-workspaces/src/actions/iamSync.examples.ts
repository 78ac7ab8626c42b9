import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import * as yaml from 'yaml';

/** Examples of `workspaces:iam:sync`, shown on the page of installed actions. */
export const examples: TemplateExample[] = [
  {
    description: 'Write the AWS role to every ServiceAccount',
    example: yaml.stringify({
      steps: [
        {
          id: 'sync',
          action: 'workspaces:iam:sync',
          name: 'Sync IAM',
          input: { workspaceId: '${{ steps.role.output.workspaceId }}' },
        },
      ],
    }),
  },
  {
    description: 'Go on although some could not be written',
    example: yaml.stringify({
      steps: [
        {
          id: 'sync',
          action: 'workspaces:iam:sync',
          name: 'Sync IAM',
          input: { workspaceId: 'team-a', allowFailures: true },
        },
      ],
    }),
  },
];
