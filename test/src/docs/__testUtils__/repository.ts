import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const ROOT = join(__dirname, '..', '..', '..', '..');

/** Folders that nobody writes by hand, or whose texts are not about the repository. */
const LEFT_OUT = ['node_modules', 'dist', 'dist-types', 'results'];

/** Reads a file by its path from the root of the repository. */
export function readText(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** Paths of all pages in Markdown, from the root of the repository. */
export function listPages(): string[] {
  return readdirSync(ROOT, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && !LEFT_OUT.includes(name))
    .flatMap(entry =>
      entry.isDirectory() ? pagesBelow(join(ROOT, entry.name)) : [entry.name],
    )
    .filter(path => path.endsWith('.md'));
}

function pagesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && !LEFT_OUT.includes(name))
    .flatMap(entry => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? pagesBelow(path) : [relative(ROOT, path)];
    });
}

/** The rows of the tables of a page, as the texts of their cells. */
export function tableRows(page: string): string[][] {
  return page
    .split('\n')
    .filter(line => line.startsWith('|') && !/^[|\s:-]+$/.test(line))
    .map(line =>
      line
        .split('|')
        .slice(1, -1)
        .map(cell => cell.trim()),
    );
}
