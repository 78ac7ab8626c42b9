import { findMinistackObstacle } from '../../test/aws/ministack.mjs';
import { findPostgres } from '../../test/postgres/postgres.mjs';
import { findExecutable } from './findExecutable.mjs';
import { fromRoot } from '../toolchain/paths.mjs';

const CHROMIUM_CANDIDATES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * The tools of this machine that tests need, by the names that the verdict shows.
 *
 * @returns what is there only: name to path
 */
export function findTools(environment = process.env) {
  const { CHROMIUM_PATH } = environment;
  const found = {
    Chromium: findExecutable(
      CHROMIUM_PATH ? [CHROMIUM_PATH] : CHROMIUM_CANDIDATES,
      environment,
    ),
    // Builds the control plane, which is kept for the next time.
    Go: findExecutable(
      [
        fromRoot('.toolchain', 'control-plane', 'controlplane'),
        'go',
        '/usr/local/go/bin/go',
      ],
      environment,
    ),
    PostgreSQL: findPostgres(),
    // Runs the AWS emulator, which is kept for the next time.
    Python: findMinistackObstacle() ? undefined : 'python3',
  };
  return new Map(Object.entries(found).filter(([, path]) => path));
}
