import { runQuietly } from './runQuietly.mjs';

/** As much of what a compiler writes as somebody reads. */
const SHOWN_CHARACTERS = 2_000;

/**
 * Builds a Go command without cgo, from exactly the modules of its go.mod.
 *
 * @param {{ go: string, directory: string, output: string, linkerFlags: string, command: string }} options
 *   the executable of Go, the folder of the go.mod, where the result goes, and the package to build
 * @throws Error with the end of what the compiler wrote
 */
export async function buildGo({ go, directory, output, linkerFlags, command }) {
  try {
    await runQuietly(
      go,
      ['build', '-trimpath', '-ldflags', linkerFlags, '-o', output, command],
      {
        cwd: directory,
        env: { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-mod=readonly' },
      },
    );
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Error(message.slice(-SHOWN_CHARACTERS), { cause: error });
  }
}
