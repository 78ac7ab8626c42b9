import { DevCluster } from '@team-workspaces/dev-cluster';
import type { Knex } from 'knex';
import { PortalStage } from './PortalStage';

/** Backends on a development cluster, which fails as it is told to. */
export class FaultStage extends PortalStage<DevCluster> {
  /** The database is SQLite in memory unless one is given. */
  static async start(
    options: { readonly knex?: Knex } = {},
  ): Promise<FaultStage> {
    const cluster = await DevCluster.start();
    return new FaultStage(await PortalStage.connect(cluster, options.knex));
  }

  override async stop(): Promise<void> {
    this.cluster.faults.clear();
    await super.stop();
  }
}
