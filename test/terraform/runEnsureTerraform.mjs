/**
 * Writes, as JSON, the executable and the environment to run it in, or the obstacle; with `check` it builds nothing.
 */
import { ensureTerraform } from './ensureTerraform.mjs';
import {
  findTerraformObstacle,
  terraformEnvironment,
} from './findTerraform.mjs';

const obstacle = findTerraformObstacle();
if (obstacle || process.argv[2] === 'check') {
  process.stdout.write(JSON.stringify({ obstacle }));
} else {
  process.stdout.write(
    JSON.stringify({
      executable: await ensureTerraform({ log: console.error }),
      environment: terraformEnvironment,
    }),
  );
}
