import { parseArgs } from 'node:util';
import { compareUnchanged } from './cases/compareUnchanged';
import { provisionMany } from './cases/provisionMany';
import { provisionOne } from './cases/provisionOne';
import { passes, renderTable, type Comparison } from '../src/benchmarks/table';

const USAGE = `Usage: npm run bench -- provision [--workspaces 200] [--unchanged 1000] [--rounds 3] [--only many|one|unchanged]`;

/** Runs benchmarks and prints a table. Returns the exit code: 1 when a limit is missed, 2 when asked wrongly. */
export async function main(args: readonly string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      workspaces: { type: 'string', default: '200' },
      unchanged: { type: 'string', default: '1000' },
      rounds: { type: 'string', default: '3' },
      only: { type: 'string' },
    },
  });
  const report = (sentence: string) => process.stderr.write(`${sentence}\n`);
  if (positionals.length !== 1 || positionals[0] !== 'provision') {
    report(USAGE);
    return 2;
  }
  const rounds = Number(values.rounds);
  const cases = {
    many: () =>
      provisionMany({ workspaces: Number(values.workspaces), rounds, report }),
    one: () => provisionOne({ rounds: rounds * 5, report }),
    unchanged: () =>
      compareUnchanged({
        workspaces: Number(values.unchanged),
        rounds,
        report,
      }),
  };
  const comparisons: Comparison[] = [];
  for (const [name, run] of Object.entries(cases)) {
    if (!values.only || values.only === name) {
      comparisons.push(...(await run()));
    }
  }
  process.stdout.write(`${renderTable(comparisons)}\n`);
  return comparisons.every(passes) ? 0 : 1;
}
