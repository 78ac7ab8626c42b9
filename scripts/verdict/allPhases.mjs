import { fromRoot } from '../toolchain/paths.mjs';
import { commandPhase, jestPhase } from './phases.mjs';

const node = process.execPath;
const backstageCli = fromRoot(
  'node_modules',
  '@backstage',
  'cli',
  'bin',
  'backstage-cli',
);
const bin = name => fromRoot('node_modules', '.bin', name);
const jestOptions = ['--watchAll=false', '--maxWorkers=2'];

/** What `npm test` runs, in this order. */
export const allPhases = [
  commandPhase({
    name: 'prettier',
    command: node,
    args: [bin('prettier'), '--check', '--loglevel=warn', '.'],
  }),
  commandPhase({
    name: 'lint',
    command: node,
    args: [backstageCli, 'repo', 'lint'],
  }),
  commandPhase({
    name: 'tsc',
    command: node,
    args: [bin('tsc'), '--noEmit', '--incremental', 'false'],
  }),
  commandPhase({
    name: 'scripts',
    command: node,
    args: ['--test', '--test-reporter=dot', 'scripts/**/*.test.mjs'],
  }),
  // Where PostgreSQL is missing, the store is tested on SQLite only.
  {
    name: 'postgres',
    run: async ({ tools }) =>
      tools.has('PostgreSQL')
        ? { passed: 0 }
        : { skipped: 1, missing: ['PostgreSQL'] },
  },
  jestPhase({
    name: 'unit',
    command: node,
    args: [
      backstageCli,
      'repo',
      'test',
      ...jestOptions,
      '--ignoreProjects',
      '@team-workspaces/test',
    ],
  }),
  jestPhase({
    name: 'integration',
    command: node,
    args: [backstageCli, 'package', 'test', ...jestOptions],
    cwd: fromRoot('test'),
    needs: ['Go'],
  }),
  jestPhase({
    name: 'browser',
    command: node,
    args: [bin('jest'), '--config', 'e2e/jest.config.js'],
    cwd: fromRoot('test'),
    needs: ['Chromium'],
  }),
];
