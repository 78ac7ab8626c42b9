import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startControlPlane } from '../../test/control-plane/startControlPlane.mjs';
import { startPostgres } from '../../test/postgres/postgres.mjs';
import { createNamespaces } from './createNamespaces.mjs';
import { realConfig } from './realConfig.mjs';

/** What the default workspace stands on: namespaces that are there before the portal is. */
const PREEXISTING_NAMESPACES = ['notebooks', 'drls-clusters', 'drls-pipelines'];

/**
 * Starts PostgreSQL and a Kubernetes control plane, both with throwaway data: what the one records
 * is in the other, so neither is kept without the other.
 *
 * @param children - stops both after the portal
 * @returns the path of a configuration file that has a portal use them
 */
export async function startRealParts({ children, settings }) {
  const directory = join(settings.directory, 'real');
  mkdirSync(directory, { recursive: true });

  console.log('Starting PostgreSQL …');
  const postgres = await startPostgres();
  children.stopAfterwards(() => postgres.stop());

  console.log('Starting etcd, kube-apiserver and kube-controller-manager …');
  const controlPlane = await startControlPlane({ log: console.log });
  children.stopAfterwards(() => controlPlane.stop());
  await createNamespaces({ controlPlane, names: PREEXISTING_NAMESPACES });

  const kubeconfig = join(directory, 'kubeconfig');
  writeSecretFile(kubeconfig, controlPlane.kubeconfig());
  console.log(
    `Kubernetes answers at ${controlPlane.url}; look into it with kubectl --kubeconfig ${kubeconfig}`,
  );

  const configFile = join(directory, 'app-config.yaml');
  // JSON is YAML.
  writeSecretFile(
    configFile,
    JSON.stringify(realConfig({ postgres, controlPlane, kubeconfig }), null, 2),
  );
  return configFile;
}

function writeSecretFile(file, text) {
  writeFileSync(file, text, { mode: 0o600 });
  // The mode above counts for new files only.
  chmodSync(file, 0o600);
}
