import { delimiter, dirname, join } from 'node:path';
import { fromRoot, toolchainDirectory } from './paths.mjs';
import { findHeaders } from './nodeInstallation.mjs';

/**
 * The environment in which commands find this repository's Node, Yarn and tools.
 *
 * @param node - the Node executable to use
 */
export function toolchainEnvironment({ node, environment = process.env }) {
  const pathName =
    Object.keys(environment).find(name => name.toUpperCase() === 'PATH') ??
    'PATH';
  const headers = findHeaders(node);
  const result = {
    ...environment,
    [pathName]: [
      dirname(node),
      join(toolchainDirectory, 'bin'),
      fromRoot('node_modules', '.bin'),
      environment[pathName],
    ].join(delimiter),
  };
  // An inherited value would make native modules compile against another Node's headers.
  delete result.npm_config_nodedir;
  if (headers) {
    result.npm_config_nodedir = headers;
  }
  return result;
}
