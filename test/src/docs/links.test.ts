import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listPages, readText } from './__testUtils__/repository';

const ROOT = join(__dirname, '..', '..', '..');

/** What a heading is called in links, as GitHub and TechDocs do it. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\- ]/gu, '')
    .trim()
    .replaceAll(' ', '-');
}

/** Links of a page that lead nowhere in this repository. */
function brokenLinks(page: string): string[] {
  const links = [...readText(page).matchAll(/\]\(([^)\s]+)\)/g)];
  return links
    .map(([, link]) => link)
    .filter(link => {
      if (/^https?:/.test(link)) {
        return false;
      }
      const [path, anchor] = link.split('#');
      const target = path === '' ? page : join(dirname(page), path);
      if (!existsSync(join(ROOT, target))) {
        return true;
      }
      if (anchor === undefined || !target.endsWith('.md')) {
        return false;
      }
      const headings = [...readText(target).matchAll(/^#+ (.*)$/gm)];
      return !headings.some(([, heading]) => anchorOf(heading) === anchor);
    });
}

describe('links', () => {
  it.each(listPages())('of %s lead somewhere', page => {
    expect(brokenLinks(page)).toEqual([]);
  });
});
