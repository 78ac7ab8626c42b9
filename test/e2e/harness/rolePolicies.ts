import { AWS_ACCOUNT, AWS_BUCKET, OIDC_PROVIDER } from './awsConfiguration';

/** A policy document of IAM. */
export interface PolicyDocument {
  readonly Version: string;
  readonly Statement: ReadonlyArray<Readonly<Record<string, unknown>>>;
}

/** Who may take a role, and what it may do. */
export interface RolePolicies {
  readonly trust: PolicyDocument;
  readonly permissions: PolicyDocument;
}

/** What a role is made for. Whatever is given instead of the defaults makes it wider. */
export interface RoleScope {
  /** Namespaces of others whose people get in; none by default. */
  readonly foreignNamespaces?: readonly string[];
  /** What listings may start with; the prefix of the workspace by default. */
  readonly listed?: readonly string[];
}

/** The policies that a platform team gives the role of a workspace, written by hand. */
export function rolePolicies(id: string, scope: RoleScope = {}): RolePolicies {
  const { foreignNamespaces = [], listed = [`${id}/`, `${id}/*`] } = scope;
  const namespaces = [
    ...['notebooks', 'drls-clusters', 'drls-pipelines'].map(
      suffix => `${id}-${suffix}`,
    ),
    ...foreignNamespaces,
  ];
  const bucket = `arn:aws:s3:::${AWS_BUCKET}`;
  return {
    trust: {
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'AssumeByPeople',
          Effect: 'Allow',
          Principal: {
            Federated: `arn:aws:iam::${AWS_ACCOUNT}:oidc-provider/${OIDC_PROVIDER}`,
          },
          Action: 'sts:AssumeRoleWithWebIdentity',
          Condition: {
            StringEquals: { [`${OIDC_PROVIDER}:aud`]: 'sts.amazonaws.com' },
            StringLike: {
              [`${OIDC_PROVIDER}:sub`]: namespaces.map(
                namespace => `system:serviceaccount:${namespace}:user-*`,
              ),
            },
          },
        },
      ],
    },
    permissions: {
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'ListOwnPrefix',
          Effect: 'Allow',
          Action: 's3:ListBucket',
          Resource: bucket,
          Condition: { StringLike: { 's3:prefix': listed } },
        },
        {
          Sid: 'UseOwnObjects',
          Effect: 'Allow',
          Action: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'],
          Resource: `${bucket}/${id}/*`,
        },
      ],
    },
  };
}
