import { Agent, request } from 'undici';
import type {
  ClusterUnderTest,
  Credentials,
} from '../../cluster/ClusterUnderTest';

const decode = (data: string) => Buffer.from(data, 'base64').toString();

/** Sends a request as somebody else; returns the status of the answer. */
export async function impersonate(
  { url, caData }: ClusterUnderTest,
  credentials: Credentials,
  headers: Readonly<Record<string, string>>,
): Promise<number> {
  if (!('certData' in credentials)) {
    throw new Error('A client certificate is needed');
  }
  const dispatcher = new Agent({
    connect: {
      ca: decode(caData),
      cert: decode(credentials.certData),
      key: decode(credentials.keyData),
    },
  });
  try {
    const answer = await request(`${url}/api/v1/namespaces`, {
      dispatcher,
      headers,
    });
    await answer.body.dump();
    return answer.statusCode;
  } finally {
    await dispatcher.destroy();
  }
}
