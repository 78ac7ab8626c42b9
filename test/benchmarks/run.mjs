/** Runs the benchmarks, which are TypeScript: `node test/benchmarks/run.mjs provision`. */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
require('@backstage/cli/config/nodeTransform.cjs');
const { main } = require('./main.ts');

process.exitCode = await main(process.argv.slice(2));
