import type { Config } from '@backstage/config';
import {
  ID_PATTERN,
  type IamMode,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import {
  assertKnownKeys,
  invalidConfig,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { checkPolicyInput, InvalidPolicyInput } from '../policies';
import type { AwsClusterConfig } from './AwsClusterConfig';
import { readChoice, readRequired } from './configProblems';
import { readExtraPrefixes } from './readExtraPrefixes';
import { readPodIdentity } from './readPodIdentity';
import { readRoleNaming } from './readRoleNaming';
import { readTags } from './readTags';

const MODES: readonly IamMode[] = ['external', 'managed', 'none'];
const POLICY_ARN = /^arn:[a-z-]+:iam::(\d{12}|aws):policy\/[\w+=,.@/-]+$/;
const KEYS = [
  'account',
  'region',
  'oidcProvider',
  'bucket',
  'modes',
  'roleNamePattern',
  'rolePath',
  'permissionsBoundary',
  'tags',
  'kmsKeyArn',
  'glue',
  'extraPrefixes',
  'podIdentity',
  'endpoint',
];

/** Reads the AWS side of one cluster. Throws an error that names key and rule. */
export function readAwsCluster(
  cluster: string,
  path: string,
  config: Config,
): AwsClusterConfig {
  assertKnownKeys(config, path, KEYS);
  const region = readRequired(config, path, 'region');
  const account = readRequired(config, path, 'account');
  const partition = partitionOf(region);
  const read: AwsClusterConfig = {
    cluster,
    partition,
    account,
    region,
    oidcProvider: readRequired(config, path, 'oidcProvider'),
    bucket: readRequired(config, path, 'bucket'),
    modes: readModes(config, path),
    ...withKeyOf(path, () => readRoleNaming(config)),
    permissionsBoundary: readBoundary(config, path),
    tags: readTags(config, path),
    kmsKeyArn: config.getOptionalString('kmsKeyArn'),
    glue: config.getOptionalBoolean('glue') ?? false,
    extraPrefixes: readExtraPrefixes(config, path),
    podIdentity: readPodIdentity(config, path, { partition, account, region }),
    endpoint: readEndpoint(config, path),
  };
  // What no policy could be rendered from is refused now, and not when the first workspace is made.
  withKeyOf(path, () =>
    checkPolicyInput({
      ...read,
      workspaceId: 'example',
      namespaces: ['example'],
    }),
  );
  assertNoWorkspacePrefix(read, path);
  if (read.modes.includes('managed') && !read.permissionsBoundary) {
    throw invalidConfig(
      `${path}.permissionsBoundary`,
      'mode managed needs a permissions boundary, without which no role is made.',
    );
  }
  return read;
}

/** What every workspace may read must be nobody's own: whoever asks for a workspace chooses its prefix. */
function assertNoWorkspacePrefix(
  { bucket, extraPrefixes }: AwsClusterConfig,
  path: string,
): void {
  extraPrefixes.forEach((extra, index) => {
    const [first] = extra.prefix.split('/');
    if (extra.bucket === bucket && ID_PATTERN.test(first)) {
      throw invalidConfig(
        `${path}.extraPrefixes[${index}].prefix`,
        `in the bucket of the workspaces, ${first}/ would be the prefix of workspace ${first}; use one that is no id, such as _shared/, or another bucket.`,
      );
    }
  });
}

/** Names the key of the configuration where no policy or name could be made from it. */
function withKeyOf<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof InvalidPolicyInput) {
      throw invalidConfig(`${path}.${error.field}`, error.message);
    }
    throw error;
  }
}

function readModes(config: Config, path: string): IamMode[] {
  const names = config.getOptionalStringArray('modes') ?? ['external'];
  const modes = names.map((name, index) =>
    readChoice(name, `${path}.modes[${index}]`, MODES),
  );
  return MODES.filter(mode => mode === 'none' || modes.includes(mode));
}

function readBoundary(config: Config, path: string): string | undefined {
  const arn = config.getOptionalString('permissionsBoundary');
  if (arn !== undefined && !POLICY_ARN.test(arn)) {
    throw invalidConfig(
      `${path}.permissionsBoundary`,
      `"${arn}" is not the ARN of a managed policy.`,
    );
  }
  return arn;
}

function readEndpoint(config: Config, path: string): string | undefined {
  const endpoint = config.getOptionalString('endpoint');
  if (endpoint !== undefined && !/^https?:\/\/[^/]+/.test(endpoint)) {
    throw invalidConfig(`${path}.endpoint`, `"${endpoint}" is not a URL.`);
  }
  return endpoint;
}

function partitionOf(region: string): string {
  if (region.startsWith('cn-')) {
    return 'aws-cn';
  }
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}
