import { Sha256 } from '@aws-crypto/sha256-js';
import { fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import type { AwsCredentialsManager } from '@backstage/integration-aws-node';
import { SignatureV4 } from '@smithy/signature-v4';
import type { ClusterConnection } from '@team-workspaces/backstage-plugin-workspaces-node';

/** EKS accepts a token for 15 minutes after it was signed; renewed a minute before. */
export const EKS_TOKEN_LIFETIME_MS = 14 * 60 * 1000;

/** Seconds for which AWS itself accepts the signed request; aws-iam-authenticator uses the same. */
const PRESIGNED_URL_EXPIRY_SECONDS = 60;

/** How to reach an EKS cluster. */
export type AwsConnection = Extract<ClusterConnection, { type: 'aws' }>;

/**
 * Signs a token for an EKS cluster: a signed, not yet sent `sts:GetCallerIdentity` that is bound to the cluster by
 * the header `x-k8s-aws-id`.
 */
export async function signEksToken(
  connection: AwsConnection,
  credentialsManager: AwsCredentialsManager,
): Promise<string> {
  const { region, clusterName } = connection;
  const signer = new SignatureV4({
    credentials: await credentialProvider(connection, credentialsManager),
    region,
    service: 'sts',
    sha256: Sha256,
  });
  const hostname = stsHostname(region);
  const request = await signer.presign(
    {
      method: 'GET',
      protocol: 'https:',
      hostname,
      path: '/',
      headers: { host: hostname, 'x-k8s-aws-id': clusterName },
      query: { Action: 'GetCallerIdentity', Version: '2011-06-15' },
    },
    { expiresIn: PRESIGNED_URL_EXPIRY_SECONDS },
  );
  const query = Object.entries(request.query ?? {})
    .map(
      ([key, value]) =>
        `${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`,
    )
    .join('&');
  const url = `https://${hostname}/?${query}`;
  return `k8s-aws-v1.${Buffer.from(url).toString('base64url')}`;
}

async function credentialProvider(
  connection: AwsConnection,
  credentialsManager: AwsCredentialsManager,
) {
  const { sdkCredentialProvider } =
    await credentialsManager.getCredentialProvider(
      connection.accountId ? { accountId: connection.accountId } : undefined,
    );
  if (!connection.assumeRole) {
    return sdkCredentialProvider;
  }
  return fromTemporaryCredentials({
    masterCredentials: sdkCredentialProvider,
    clientConfig: { region: connection.region },
    params: {
      RoleArn: connection.assumeRole,
      ExternalId: connection.externalId,
    },
  });
}

function stsHostname(region: string): string {
  const domain = region.startsWith('cn-')
    ? 'amazonaws.com.cn'
    : 'amazonaws.com';
  return `sts.${region}.${domain}`;
}
