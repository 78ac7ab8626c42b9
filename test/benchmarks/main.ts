import { parseArgs } from 'node:util';
import { catalog } from './cases/catalog';
import { compareUnchanged } from './cases/compareUnchanged';
import { iam } from './cases/iam';
import { proof } from './cases/proof';
import { provisionMany } from './cases/provisionMany';
import { provisionOne } from './cases/provisionOne';
import { signIn } from './cases/signIn';
import { passes, renderTable, type Comparison } from '../src/benchmarks/table';

const USAGE = `Usage:
  npm run bench -- provision [--workspaces 200] [--unchanged 1000] [--rounds 3] [--only many|one|unchanged]
  npm run bench -- catalog [--workspaces 5000] [--rounds 3]
  npm run bench -- iam [--workspaces 500]
  npm run bench -- proof [--workspaces 2000] [--rounds 3]
  npm run bench -- sign-in [--users 500] [--rounds 3]`;

/** What a benchmark is asked for; each has defaults of its own. */
interface BenchmarkOptions {
  readonly workspaces?: number;
  readonly unchanged?: number;
  readonly users?: number;
  readonly rounds: number;
  /** One case of several. */
  readonly only?: string;
  readonly report: (sentence: string) => void;
}

/** Benchmarks by the name that they are started with. */
const BENCHMARKS: Readonly<
  Record<string, (options: BenchmarkOptions) => Promise<Comparison[]>>
> = {
  provision,
  catalog: ({ workspaces = 5_000, ...options }) =>
    catalog({ workspaces, ...options }),
  iam: ({ workspaces = 500, report }) => iam({ workspaces, report }),
  proof: ({ workspaces = 2_000, ...options }) =>
    proof({ workspaces, ...options }),
  'sign-in': ({ users = 500, ...options }) => signIn({ users, ...options }),
};

/** Runs a benchmark and prints a table. Returns the exit code: 1 when a limit is missed, 2 when asked wrongly. */
export async function main(args: readonly string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      workspaces: { type: 'string' },
      unchanged: { type: 'string' },
      users: { type: 'string' },
      rounds: { type: 'string', default: '3' },
      only: { type: 'string' },
    },
  });
  const report = (sentence: string) => process.stderr.write(`${sentence}\n`);
  const [name] = positionals;
  if (positionals.length !== 1 || !Object.hasOwn(BENCHMARKS, name)) {
    report(USAGE);
    return 2;
  }
  const comparisons = await BENCHMARKS[name]({
    workspaces: optionalNumber(values.workspaces),
    unchanged: optionalNumber(values.unchanged),
    users: optionalNumber(values.users),
    rounds: Number(values.rounds),
    only: values.only,
    report,
  });
  process.stdout.write(`${renderTable(comparisons)}\n`);
  return comparisons.every(passes) ? 0 : 1;
}

async function provision({
  workspaces = 200,
  unchanged = 1_000,
  rounds,
  only,
  report,
}: BenchmarkOptions): Promise<Comparison[]> {
  const cases = {
    many: () => provisionMany({ workspaces, rounds, report }),
    one: () => provisionOne({ rounds, report }),
    unchanged: () =>
      compareUnchanged({ workspaces: unchanged, rounds, report }),
  };
  const comparisons: Comparison[] = [];
  for (const [name, run] of Object.entries(cases)) {
    if (!only || only === name) {
      comparisons.push(...(await run()));
    }
  }
  return comparisons;
}

function optionalNumber(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}
