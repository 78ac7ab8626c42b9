import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The content of a file in the directory; made once, and every time where there is no directory. */
export async function keepFile(
  directory: string | undefined,
  name: string,
  make: () => Promise<string> | string,
): Promise<string> {
  if (!directory) return make();
  const path = join(directory, name);
  if (existsSync(path)) return readFile(path, 'utf8');
  const content = await make();
  await mkdir(directory, { recursive: true, mode: 0o700 });
  await writeFile(path, content, { mode: 0o600 });
  return content;
}
