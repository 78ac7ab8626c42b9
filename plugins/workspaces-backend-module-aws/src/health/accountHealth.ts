import type { HealthCheck } from '@team-workspaces/backstage-plugin-workspaces-common';
import { AwsError, type AwsAccounts } from '../client';
import type { AwsClusterConfig } from '../config';
import { oidcProviderArn } from '../policies';
import type { AccountFacts } from '../role';

/** From here on a quota is worth a warning. */
const NEARLY_FULL = 0.9;

/** Whether each account answers, who we are there, and how many roles are left. */
export async function accountHealth(options: {
  readonly clusters: ReadonlyMap<string, AwsClusterConfig>;
  readonly accounts: Pick<AwsAccounts, 'roles'>;
  readonly facts: AccountFacts;
}): Promise<HealthCheck[]> {
  return Promise.all(
    [...options.clusters.values()].map(async config => {
      const name = `AWS account ${config.account} (cluster ${config.cluster})`;
      try {
        return { name, ...(await look(config, options)) };
      } catch (error) {
        if (error instanceof AwsError) {
          const { message, hint } = error;
          return {
            name,
            status: 'failed' as const,
            message,
            ...(hint !== undefined && { hint }),
          };
        }
        throw error;
      }
    }),
  );
}

async function look(
  config: AwsClusterConfig,
  { accounts, facts }: Parameters<typeof accountHealth>[0],
): Promise<Omit<HealthCheck, 'name'>> {
  const client = accounts.roles(config);
  const { arn } = await client.callerIdentity();
  await facts.assertAccount(client);
  const [quotas, provider] = await Promise.all([
    facts.quotas(client),
    client.getOidcProvider(oidcProviderArn(config)),
  ]);
  const details = {
    identity: arn,
    region: config.region,
    ...(quotas && {
      roles: `${quotas.roles} of ${quotas.rolesQuota}`,
      trustPolicy: `${quotas.trustPolicyQuota} characters`,
    }),
  };
  if (!provider) {
    return {
      status: 'failed',
      message: `The account has no OIDC provider for https://${config.oidcProvider}, so that no session gets a role.`,
      hint: 'Make one in IAM, with audience sts.amazonaws.com.',
      details,
    };
  }
  if (quotas && quotas.roles >= NEARLY_FULL * quotas.rolesQuota) {
    return {
      status: 'warning',
      message: `${quotas.roles} of ${quotas.rolesQuota} roles are taken.`,
      hint: 'Have AWS raise the quota "Roles per account".',
      details,
    };
  }
  return {
    status: 'ok',
    message: `It answers to ${arn}.`,
    ...(!quotas && {
      hint: 'Allow iam:GetAccountSummary, so that quotas are known before anything is written.',
    }),
    details,
  };
}
