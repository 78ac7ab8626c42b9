import type { AwsCredentialsManager } from '@backstage/integration-aws-node';
import { signEksToken, type AwsConnection } from './eksToken';

const connection: AwsConnection = {
  type: 'aws',
  url: 'https://eks.example.com',
  clusterName: 'analytics',
  region: 'eu-west-1',
  accountId: '123456789012',
};

const getCredentialProvider = jest.fn(async () => ({
  sdkCredentialProvider: async () => ({
    accessKeyId: 'AKIDEXAMPLE',
    secretAccessKey: 'secret-access-key',
  }),
}));
const manager: AwsCredentialsManager = { getCredentialProvider };

function decode(token: string): URL {
  expect(token).toMatch(/^k8s-aws-v1\.[\w-]+$/);
  return new URL(
    Buffer.from(token.slice('k8s-aws-v1.'.length), 'base64url').toString(),
  );
}

describe('signEksToken', () => {
  it('should sign a call of the identity that is bound to the cluster', async () => {
    const url = decode(await signEksToken(connection, manager));
    expect(url.origin).toBe('https://sts.eu-west-1.amazonaws.com');
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      Action: 'GetCallerIdentity',
      Version: '2011-06-15',
      'X-Amz-Expires': '60',
      'X-Amz-SignedHeaders': 'host;x-k8s-aws-id',
      'X-Amz-Signature': expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(url.searchParams.get('X-Amz-Credential')).toMatch(
      /^AKIDEXAMPLE\/\d{8}\/eu-west-1\/sts\/aws4_request$/,
    );
    expect(getCredentialProvider).toHaveBeenCalledWith({
      accountId: '123456789012',
    });
  });

  it('should give another signature for another cluster', async () => {
    jest.useFakeTimers({ now: new Date('2026-01-01T00:00:00Z') });
    const one = decode(await signEksToken(connection, manager));
    const other = decode(
      await signEksToken({ ...connection, clusterName: 'other' }, manager),
    );
    jest.useRealTimers();
    expect(one.searchParams.get('X-Amz-Signature')).not.toBe(
      other.searchParams.get('X-Amz-Signature'),
    );
  });

  it('should ask the service of the partition', async () => {
    const url = decode(
      await signEksToken({ ...connection, region: 'cn-north-1' }, manager),
    );
    expect(url.host).toBe('sts.cn-north-1.amazonaws.com.cn');
  });

  it('should not hold the secret key', async () => {
    const url = decode(await signEksToken(connection, manager));
    expect(url.href).not.toContain('secret-access-key');
  });
});
