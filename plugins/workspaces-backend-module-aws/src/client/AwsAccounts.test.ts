import { ConfigReader } from '@backstage/config';
import { DefaultAwsCredentialsManager } from '@backstage/integration-aws-node';
import { AwsAccounts } from './AwsAccounts';

const PLACE = {
  account: '123456789012',
  region: 'eu-west-1',
  // Nobody listens there.
  endpoint: 'http://127.0.0.1:9',
};

function accountsWith(accountId: string) {
  const config = new ConfigReader({
    aws: {
      mainAccount: { accessKeyId: 'main', secretAccessKey: 'x' },
      accounts: [{ accountId, accessKeyId: 'own', secretAccessKey: 'x' }],
    },
  });
  return new AwsAccounts({
    credentials: DefaultAwsCredentialsManager.fromConfig(config),
  });
}

describe('AwsAccounts', () => {
  it('has one client per account and place', () => {
    const accounts = accountsWith(PLACE.account);
    expect(accounts.roles(PLACE)).toBe(accounts.roles({ ...PLACE }));
    expect(accounts.roles({ ...PLACE, account: '999999999999' })).not.toBe(
      accounts.roles(PLACE),
    );
  });

  it('says which account has no credentials', async () => {
    const credentials = {
      getCredentialProvider: async () => {
        throw new Error(
          'There is no AWS integration that matches 123456789012.',
        );
      },
    };
    const client = new AwsAccounts({ credentials }).roles(PLACE);
    await expect(client.getRole('any')).rejects.toMatchObject({
      reason: 'AwsAccessDenied',
      hint: expect.stringContaining('aws.accounts'),
    });
  });

  it('says when nobody answers', async () => {
    const client = accountsWith(PLACE.account).roles(PLACE);
    await expect(client.getRole('any')).rejects.toMatchObject({
      reason: 'AwsUnreachable',
    });
  }, 60_000);
});
