import { DevCluster } from '@team-workspaces/dev-cluster';
import { describeClusterContract } from './contract';

jest.setTimeout(60_000);

describeClusterContract('the development cluster', async () => {
  const cluster = await DevCluster.start();
  return {
    url: cluster.url,
    caData: cluster.caData,
    adminToken: cluster.adminToken,
    kubeconfig: () => cluster.kubeconfig(),
    addUser: async user => ({ token: cluster.addUser(user) }),
    stop: () => cluster.stop(),
  };
});
