import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The first of some executables that exists: absolute paths, or names to look for in PATH. */
export function findExecutable(candidates, environment = process.env) {
  const folders = (environment.PATH ?? environment.Path ?? '').split(delimiter);
  const suffixes = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  return candidates
    .flatMap(candidate =>
      /[\\/]/.test(candidate)
        ? [candidate]
        : folders.flatMap(folder =>
            suffixes.map(suffix => join(folder, `${candidate}${suffix}`)),
          ),
    )
    .find(isExecutable);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
