import { ensureMinistack } from '../../test/aws/ministack.mjs';
import { ensureControlPlane } from '../../test/control-plane/buildControlPlane.mjs';
import { ensureTerraform } from '../../test/terraform/ensureTerraform.mjs';
import { findTerraformObstacle } from '../../test/terraform/findTerraform.mjs';
import { fromRoot } from '../toolchain/paths.mjs';
import { commandPhase, jestPhase, preparationPhase } from './phases.mjs';

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
  // Where it is missing, the store is tested on SQLite only.
  preparationPhase({
    name: 'postgres',
    needs: ['PostgreSQL'],
    prepare: async () => {},
  }),
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
  // Here, because several tests at once would otherwise build it.
  preparationPhase({
    name: 'control-plane',
    needs: ['Go'],
    prepare: () => ensureControlPlane({ log: console.log }),
  }),
  preparationPhase({
    name: 'aws-emulator',
    needs: ['Python'],
    prepare: () => ensureMinistack({ log: console.log }),
  }),
  // Where neither it nor Go is installed, its tests skip themselves.
  preparationPhase({
    name: 'terraform',
    needs: [],
    prepare: async () => {
      if (!findTerraformObstacle()) {
        await ensureTerraform({ log: console.log });
      }
    },
  }),
  jestPhase({
    name: 'integration',
    command: node,
    args: [backstageCli, 'package', 'test', ...jestOptions],
    cwd: fromRoot('test'),
    uses: ['Go', 'PostgreSQL', 'Python'],
  }),
  jestPhase({
    name: 'browser',
    command: node,
    args: [bin('jest'), '--config', 'e2e/jest.config.js'],
    cwd: fromRoot('test'),
    needs: ['Chromium'],
    uses: ['Python'],
  }),
];
