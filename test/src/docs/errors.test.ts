import { REASONS } from '@team-workspaces/backstage-plugin-workspaces-common';
import { readText } from './__testUtils__/repository';

describe('docs/errors.md', () => {
  it('has a section for every code, and none for others', () => {
    const sections = [...readText('docs/errors.md').matchAll(/^### (\w+)$/gm)];
    expect(sections.map(([, code]) => code).sort()).toEqual(
      Object.keys(REASONS).sort(),
    );
  });
});
