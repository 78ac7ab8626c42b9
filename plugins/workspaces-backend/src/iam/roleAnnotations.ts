import { ROLE_ARN_ANNOTATION } from '@team-workspaces/backstage-plugin-workspaces-common';
import type { IamProvider } from '@team-workspaces/backstage-plugin-workspaces-node';

/** How EKS knows the AWS role of a ServiceAccount, whoever made the role. */
export const ROLE_ANNOTATIONS: Pick<
  IamProvider,
  'serviceAccountAnnotations' | 'annotationKeys'
> = {
  annotationKeys: [ROLE_ARN_ANNOTATION],
  serviceAccountAnnotations: ({ iam }) => {
    const annotations: Record<string, string> = {};
    if (iam.mode !== 'none' && iam.roleArn) {
      annotations[ROLE_ARN_ANNOTATION] = iam.roleArn;
    }
    return annotations;
  },
};
