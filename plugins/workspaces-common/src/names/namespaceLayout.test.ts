import fc from 'fast-check';
import { checkNamespaceSuffixes } from './namespaceLayout';
import { namespaceName } from './namespaces';
import { ID_PATTERN } from './workspaceId';

const DEFAULT_NAMESPACES = ['notebooks', 'drls-clusters', 'drls-pipelines'];

const label = (min: number, max: number) =>
  fc
    .string({
      // Few letters, so that names meet often.
      unit: fc.constantFrom('a', '-'),
      minLength: min,
      maxLength: max,
    })
    .filter(text => /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(text));

describe('checkNamespaceSuffixes', () => {
  it.each([
    [DEFAULT_NAMESPACES],
    [['notebooks']],
    [['x']],
    [['jobs', 'drlsjobs']],
    [['a', 'b-b']],
  ])('takes %j', suffixes => {
    expect(checkNamespaceSuffixes(suffixes, DEFAULT_NAMESPACES)).toEqual([]);
  });

  it.each([
    [[], 'At least one'],
    [['clusters', 'drls-clusters'], '"a-drls" would share the namespace'],
    [['drls-clusters', 'clusters'], '"a-drls" would share the namespace'],
    [['notebooks', 'notebooks'], 'is there twice'],
    [['-x'], 'is not 1 to'],
    [['x-'], 'is not 1 to'],
    [['X'], 'is not 1 to'],
    [[''], 'is not 1 to'],
    [['a.b'], 'is not 1 to'],
    [['a'.repeat(61)], 'is not 1 to'],
    [['clusters'], 'would take the reserved namespace "drls-clusters"'],
    [['pipelines'], 'would take the reserved namespace "drls-pipelines"'],
  ])('refuses %j', (suffixes, message) => {
    const problems = checkNamespaceSuffixes(suffixes, DEFAULT_NAMESPACES);
    expect(problems.join(' ')).toContain(message);
  });

  it('never lets two ids share a namespace, whatever suffixes it takes', () => {
    const property = fc.property(
      fc.array(label(1, 4), { minLength: 1, maxLength: 3 }),
      label(2, 6),
      label(2, 6),
      (suffixes, one, other) => {
        fc.pre(one !== other && checkNamespaceSuffixes(suffixes).length === 0);
        const names = new Set(
          suffixes.map(suffix => namespaceName(one, suffix)),
        );
        return suffixes.every(
          suffix => !names.has(namespaceName(other, suffix)),
        );
      },
    );
    expect(() => fc.assert(property, { numRuns: 5_000 })).not.toThrow();
  });

  it('only refuses a pair of suffixes with which two ids do share a namespace', () => {
    const property = fc.property(label(1, 4), label(1, 4), (inner, head) => {
      const outer = `${head}-${inner}`;
      const id = `aa-${head}`;
      fc.pre(ID_PATTERN.test(id));
      return (
        checkNamespaceSuffixes([inner, outer]).length > 0 &&
        namespaceName('aa', outer) === namespaceName(id, inner)
      );
    });
    expect(() => fc.assert(property, { numRuns: 2_000 })).not.toThrow();
  });
});
