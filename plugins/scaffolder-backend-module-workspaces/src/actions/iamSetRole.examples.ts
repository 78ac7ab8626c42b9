import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import * as yaml from 'yaml';

/** Examples of `workspaces:iam:set-role`, shown on the page of installed actions. */
export const examples: TemplateExample[] = [
  {
    description: 'Use a role that Terraform made',
    example: yaml.stringify({
      steps: [
        {
          id: 'role',
          action: 'workspaces:iam:set-role',
          name: 'Set the AWS role',
          input: {
            workspaceId: 'team-a',
            roleArn: '${{ parameters.roleArn }}',
          },
        },
      ],
    }),
  },
  {
    description: 'Let the portal make and keep the role',
    example: yaml.stringify({
      steps: [
        {
          id: 'role',
          action: 'workspaces:iam:set-role',
          name: 'Set the AWS role',
          input: {
            workspaceId: '${{ steps.create.output.id }}',
            mode: 'managed',
          },
        },
      ],
    }),
  },
  {
    description: 'Clear the role',
    example: yaml.stringify({
      steps: [
        {
          id: 'role',
          action: 'workspaces:iam:set-role',
          name: 'Clear the AWS role',
          input: { workspaceId: 'team-a', mode: 'none' },
        },
      ],
    }),
  },
];
