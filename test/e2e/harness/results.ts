import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';

/** The folder for logs and screenshots; git ignores it. */
export async function resultsDirectory(): Promise<string> {
  const directory = resolve(__dirname, '../../results/e2e');
  await mkdir(directory, { recursive: true });
  return directory;
}
