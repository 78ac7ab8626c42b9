import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { HINTS } from './hints';
import { isReason, REASONS } from './reasons';

describe('REASONS', () => {
  const documentation = readFileSync(
    resolve(__dirname, '../../../../docs/errors.md'),
    'utf8',
  );
  const documented = [...documentation.matchAll(/^### (.+)$/gm)].map(
    ([, code]) => code,
  );

  it('should be documented, each once and no other', () => {
    expect([...documented].sort()).toEqual(Object.keys(REASONS).sort());
  });

  it('should each be explained in at least one sentence', () => {
    for (const [, code, text] of documentation.matchAll(
      /^### (\w+)\n\n([^#]+)/gm,
    )) {
      expect(`${code}: ${text.trim()}`).toMatch(/\w{4,}[^]*\./);
    }
  });

  it('should have hints only for themselves', () => {
    expect(Object.keys(HINTS).filter(code => !isReason(code))).toEqual([]);
  });
});

describe('isReason', () => {
  it.each(['NamespaceConflict', 'Ready'])('should accept %s', value => {
    expect(isReason(value)).toBe(true);
  });

  it.each(['namespaceConflict', 'toString', '', undefined, 7])(
    'should refuse %p',
    value => {
      expect(isReason(value)).toBe(false);
    },
  );
});
