/** Stands in for kubelets: every new pod soon says that it runs. */
import { Agent, request } from 'undici';

/** Milliseconds before a broken watch is opened again. */
const reopenAfter = 500;

function runningStatus({ spec }) {
  const now = new Date().toISOString();
  const types = ['Initialized', 'Ready', 'ContainersReady', 'PodScheduled'];
  return {
    phase: 'Running',
    startTime: now,
    podIP: '10.244.0.1',
    podIPs: [{ ip: '10.244.0.1' }],
    conditions: types.map(type => ({
      type,
      status: 'True',
      lastTransitionTime: now,
    })),
    containerStatuses: spec.containers.map(({ name, image }) => ({
      name,
      image,
      imageID: '',
      ready: true,
      started: true,
      restartCount: 0,
      state: { running: { startedAt: now } },
    })),
  };
}

async function* watchPods(call, signal) {
  const { body } = await call('GET', '/api/v1/pods?watch=true', { signal });
  let rest = '';
  for await (const chunk of body) {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line);
  }
}

/**
 * Lets pods run until it is stopped.
 *
 * @param {{ url: string, ca: string, token: string }} options ca is PEM
 * @returns {() => Promise<void>} how to stop
 */
export function runPods({ url, ca, token }) {
  const dispatcher = new Agent({ connect: { ca }, bodyTimeout: 0 });
  const stopping = new AbortController();
  const call = (method, path, options = {}) =>
    request(`${url}${path}`, {
      method,
      dispatcher,
      ...options,
      headers: { authorization: `Bearer ${token}`, ...options.headers },
    });

  async function start({ type, object }) {
    if (type !== 'ADDED' || object.status?.phase !== 'Pending') return;
    const { namespace, name } = object.metadata;
    const { body } = await call(
      'PATCH',
      `/api/v1/namespaces/${namespace}/pods/${name}/status`,
      {
        headers: { 'content-type': 'application/merge-patch+json' },
        body: JSON.stringify({ status: runningStatus(object) }),
      },
    );
    // A pod that is gone already answers 404, which is nothing to worry about.
    await body.dump();
  }

  async function run() {
    while (!stopping.signal.aborted) {
      try {
        for await (const event of watchPods(call, stopping.signal)) {
          await start(event);
        }
      } catch {
        // The API server restarts or stops; the loop looks whether to go on.
      }
      if (!stopping.signal.aborted) {
        await new Promise(resolve => {
          setTimeout(resolve, reopenAfter);
        });
      }
    }
  }
  const running = run();
  return async () => {
    stopping.abort();
    await running;
    await dispatcher.destroy();
  };
}
