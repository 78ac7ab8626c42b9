import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * Whether a file is there and may be run.
 *
 * @param {string} path
 * @returns {boolean}
 */
export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The Go of this machine.
 *
 * @param {{ PATH?: string }} [environment]
 * @returns {string | undefined} an absolute path
 */
export function findGo({ PATH = '' } = process.env) {
  return [...PATH.split(delimiter), '/usr/local/go/bin']
    .filter(Boolean)
    .map(directory => join(directory, 'go'))
    .find(isExecutable);
}
