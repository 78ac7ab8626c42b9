import { request } from 'node:https';

/** Creates namespaces in a control plane that has none of them. */
export async function createNamespaces({ controlPlane, names }) {
  for (const name of names) {
    const status = await post(controlPlane, '/api/v1/namespaces', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name },
    });
    if (status !== 201) {
      throw new Error(
        `The control plane answered ${status} to the creation of namespace ${name}`,
      );
    }
  }
}

function post({ url, caData, adminToken }, path, body) {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      new URL(path, url),
      {
        method: 'POST',
        ca: Buffer.from(caData, 'base64'),
        headers: {
          authorization: `Bearer ${adminToken}`,
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
