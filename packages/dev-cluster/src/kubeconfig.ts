/** A kubeconfig for one user of one cluster, as JSON, which is YAML too. */
export function kubeconfigFor(options: {
  url: string;
  /** PEM in base64. */
  caData: string;
  token: string;
}): string {
  const { url, caData, token } = options;
  const name = 'dev-cluster';
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [
      {
        name,
        cluster: { server: url, 'certificate-authority-data': caData },
      },
    ],
    users: [{ name, user: { token } }],
    contexts: [{ name, context: { cluster: name, user: name } }],
    'current-context': name,
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}
