/**
 * Configuration that has a portal use a PostgreSQL server and a control plane of this machine.
 *
 * @param kubeconfig - path of the control plane's kubeconfig
 */
export function realConfig({ postgres, controlPlane, kubeconfig }) {
  const name = 'local';
  const title = 'Local control plane';
  return {
    backend: {
      database: {
        client: 'pg',
        connection: {
          directory: null,
          host: postgres.host,
          port: postgres.port,
          user: postgres.user,
          password: postgres.password,
        },
      },
    },
    workspaces: {
      clusters: [
        {
          name,
          title,
          kubeconfig: {
            file: kubeconfig,
            context: JSON.parse(controlPlane.kubeconfig())['current-context'],
          },
        },
      ],
    },
    kubernetes: {
      objectTypes: null,
      clusterLocatorMethods: [
        {
          type: 'config',
          clusters: [
            {
              name,
              title,
              url: controlPlane.url,
              caData: controlPlane.caData,
              authProvider: 'serviceAccount',
              serviceAccountToken: controlPlane.adminToken,
              skipMetricsLookup: true,
            },
          ],
        },
      ],
    },
  };
}
