import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The content of a file in the directory; made once, and every time where there is no directory. */
export function keepFile(
  directory: string | undefined,
  name: string,
  make: () => string,
): string {
  if (!directory) return make();
  const path = join(directory, name);
  if (existsSync(path)) return readFileSync(path, 'utf8');
  const content = make();
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  writeFileSync(path, content, { mode: 0o600 });
  return content;
}
