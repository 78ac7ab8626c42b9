import type { RolePolicyInput } from '@team-workspaces/backstage-plugin-workspaces-backend-module-aws';

/** Input of the Terraform module of documents. */
export interface DocumentsInput {
  readonly workspace_id: string;
  readonly namespaces?: readonly string[];
  readonly account_id: string;
  readonly region: string;
  readonly oidc_provider: string;
  readonly bucket_arn: string;
  readonly kms_key_arn?: string;
  readonly glue_read?: boolean;
}

const ACCOUNT = '123456789012';
const KEY = '01234567-89ab-cdef-0123-456789abcdef';

/** Ids of which one is the beginning of another, at the limits of length, or made to look like a part of a policy. */
const HOSTILE_IDS = [
  'aa',
  'aa-a',
  'aa-notebooks',
  'aa-drls',
  'aa-drls-clusters',
  'team',
  'team-a',
  'team-a-b',
  'user-x',
  'system',
  'a--b',
  '00',
  `a${'-0'.repeat(18)}z`,
];

const REGIONS = [
  { region: 'us-west-2', partition: 'aws', domain: 'amazonaws.com' },
  { region: 'ap-southeast-2', partition: 'aws', domain: 'amazonaws.com' },
  { region: 'cn-north-1', partition: 'aws-cn', domain: 'amazonaws.com.cn' },
  { region: 'us-gov-west-1', partition: 'aws-us-gov', domain: 'amazonaws.com' },
];

/** An input that is accepted. */
export const plainInput: DocumentsInput = {
  workspace_id: 'team-a',
  account_id: ACCOUNT,
  region: 'us-west-2',
  oidc_provider: `oidc.eks.us-west-2.amazonaws.com/id/${'0123456789ABCDEF'.repeat(
    2,
  )}`,
  bucket_arn: 'arn:aws:s3:::drls-data',
};

/** Inputs that are accepted: every hostile id in every region, with and without what is optional. */
export function acceptedInputs(): DocumentsInput[] {
  return HOSTILE_IDS.flatMap((id, row) =>
    REGIONS.map(({ region, partition, domain }, column) => ({
      workspace_id: id,
      namespaces:
        (row + column) % 3 === 0 ? [`${id}-lab`, `${id}-drls`] : undefined,
      account_id: ACCOUNT,
      region,
      oidc_provider: `oidc.eks.${region}.${domain}/id/${'0123456789ABCDEF'.repeat(
        2,
      )}`,
      bucket_arn: `arn:${partition}:s3:::data.${id}`,
      kms_key_arn:
        (row + column) % 2 === 0
          ? `arn:${partition}:kms:${region}:${ACCOUNT}:key/${KEY}`
          : undefined,
      glue_read: row % 4 === 0 ? false : undefined,
    })),
  );
}

/** An input that is refused, with a part of the message. */
export interface RefusedInput {
  readonly change: Partial<DocumentsInput>;
  readonly message: string;
  /** The portal's renderer is not given what the rule is about. */
  readonly onlyTerraform?: boolean;
  /** The rule compares variables. Terraform looks at those once every other rule is kept. */
  readonly comparesVariables?: boolean;
}

const id = 'workspace_id must be 2 to 38';
const bucket = 'bucket_arn must be the ARN of a bucket';
const label = 'must be an RFC 1123 label';
const provider = 'oidc_provider must be host and path';
const key = 'kms_key_arn must be';

/** Inputs that would widen a policy, or make one that AWS refuses. */
export const refusedInputs: readonly RefusedInput[] = [
  ...['*', 'a', '', 'Team', 'team-', '-team', 'te/am', 'team*', 'te am'].map(
    workspace_id => ({ change: { workspace_id }, message: id }),
  ),
  { change: { workspace_id: 'a'.repeat(39) }, message: id },
  { change: { workspace_id: 'team-a\n' }, message: id },
  // eslint-disable-next-line no-template-curly-in-string -- a policy variable of AWS
  { change: { workspace_id: '${aws:username}' }, message: id },
  { change: { namespaces: [] }, message: 'namespaces must not be empty' },
  { change: { namespaces: ['team-a-*'] }, message: label },
  { change: { namespaces: ['team-a:user-x'] }, message: label },
  { change: { namespaces: ['a'.repeat(64)] }, message: label },
  ...['default', 'kube-system', 'openshift-monitoring'].map(namespace => ({
    change: { namespaces: [namespace] },
    message: 'never get a role of a workspace',
  })),
  { change: { namespaces: ['one', 'one'] }, message: 'a value twice' },
  { change: { account_id: '12345' }, message: 'twelve digits' },
  { change: { account_id: '*' }, message: 'twelve digits' },
  { change: { region: 'us-west' }, message: 'region must be the name' },
  { change: { region: '*' }, message: 'region must be the name' },
  {
    change: { region: 'us-iso-east-1' },
    message: 'region must be the name',
    onlyTerraform: true,
  },
  { change: { oidc_provider: 'https://oidc.example.com' }, message: provider },
  { change: { oidc_provider: 'oidc.example.com/' }, message: provider },
  { change: { oidc_provider: 'oidc.example.com/../x' }, message: provider },
  { change: { oidc_provider: 'oidc.example.com/*' }, message: provider },
  { change: { bucket_arn: 'arn:aws:s3:::*' }, message: bucket },
  { change: { bucket_arn: 'arn:aws:s3:::drls-data/*' }, message: bucket },
  { change: { bucket_arn: 'arn:aws:s3:::drls..data' }, message: bucket },
  { change: { bucket_arn: 'arn:aws:s3:::192.168.1.1' }, message: bucket },
  { change: { bucket_arn: 'arn:aws:s3:::Drls' }, message: bucket },
  {
    change: { bucket_arn: 'drls-data' },
    message: bucket,
    onlyTerraform: true,
  },
  {
    change: { bucket_arn: 'arn:aws-cn:s3:::drls-data' },
    message: 'of the partition of the region',
    comparesVariables: true,
    onlyTerraform: true,
  },
  { change: { kms_key_arn: '*' }, message: key },
  {
    change: { kms_key_arn: `arn:aws:kms:us-west-2:${ACCOUNT}:alias/drls` },
    message: key,
  },
  {
    change: { kms_key_arn: `arn:aws:kms:eu-west-1:${ACCOUNT}:key/${KEY}` },
    message: 'kms_key_arn must be of the region',
    comparesVariables: true,
  },
];

/** The same input as the renderer of the AWS module takes it. */
export function toRolePolicyInput(input: DocumentsInput): RolePolicyInput {
  const { workspace_id: workspaceId, bucket_arn: bucketArn } = input;
  return {
    workspaceId,
    namespaces: input.namespaces ?? [
      `${workspaceId}-notebooks`,
      `${workspaceId}-drls-clusters`,
      `${workspaceId}-drls-pipelines`,
    ],
    partition: bucketArn.split(':')[1],
    account: input.account_id,
    region: input.region,
    oidcProvider: input.oidc_provider,
    bucket: bucketArn.split(':::')[1],
    kmsKeyArn: input.kms_key_arn,
    glue: input.glue_read ?? true,
  };
}
