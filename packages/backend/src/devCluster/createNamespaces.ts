import { request } from 'node:https';
import type { DevClusterConnection } from './devClusterServiceRef';

const CREATED = 201;
const CONFLICT = 409;

/** Creates namespaces in a cluster; those that exist stay as they are. */
export async function createNamespaces(options: {
  readonly connection: DevClusterConnection;
  readonly names: readonly string[];
}): Promise<void> {
  const { connection, names } = options;
  for (const name of names) {
    const status = await post(connection, '/api/v1/namespaces', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name },
    });
    if (status !== CREATED && status !== CONFLICT) {
      throw new Error(
        `The simulated cluster answered ${status} to the creation of namespace ${name}`,
      );
    }
  }
}

function post(
  connection: DevClusterConnection,
  path: string,
  body: object,
): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      new URL(path, connection.url),
      {
        method: 'POST',
        ca: Buffer.from(connection.caData, 'base64'),
        headers: {
          authorization: `Bearer ${connection.token}`,
          'content-type': 'application/json',
        },
      },
      response => {
        response.resume();
        response.on('end', () => resolve(response.statusCode));
      },
    );
    outgoing.on('error', reject);
    outgoing.end(JSON.stringify(body));
  });
}
