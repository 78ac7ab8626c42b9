import { metadataProblems, metadataUpdateProblems } from './metadataProblems';

describe('metadataProblems', () => {
  const fields = (metadata: object) =>
    metadataProblems({ name: 'one', ...metadata }).map(({ field }) => field);

  it('takes what Kubernetes takes', () => {
    expect(
      fields({
        labels: { a: '', 'example.com/a.b_c': 'A-1' },
        annotations: { 'example.com/Note': 'anything at all: \n {}' },
        finalizers: ['example.com/hold', 'orphan'],
        ownerReferences: [{ uid: 'x' }],
      }),
    ).toEqual([]);
  });

  it.each([
    [{ labels: { 'a b': '1' } }, 'metadata.labels'],
    [{ labels: { 'Up.com/a': '1' } }, 'metadata.labels'],
    [{ labels: { a: 'x y' } }, 'metadata.labels'],
    [{ labels: { a: 'x'.repeat(64) } }, 'metadata.labels'],
    [{ annotations: { '/a': '1' } }, 'metadata.annotations'],
    [{ annotations: { a: 'x'.repeat(256 * 1024) } }, 'metadata.annotations'],
    [{ finalizers: ['hold'] }, 'metadata.finalizers[0]'],
    [{ ownerReferences: [{}] }, 'metadata.ownerReferences.uid'],
  ])('refuses %j', (metadata, field) => {
    expect(fields(metadata)).toEqual([field]);
  });
});

describe('metadataUpdateProblems', () => {
  const held = { name: 'one', finalizers: ['example.com/hold'] };
  const more = { ...held, finalizers: ['example.com/hold', 'example.com/new'] };

  it('takes new finalizers while the object lives', () => {
    expect(metadataUpdateProblems(more, held)).toEqual([]);
  });

  it('refuses new finalizers of a deleted object, but not fewer', () => {
    const deleted = { ...held, deletionTimestamp: '2026-01-01T00:00:00Z' };
    expect(metadataUpdateProblems(more, deleted)).toHaveLength(1);
    expect(metadataUpdateProblems({ name: 'one' }, deleted)).toEqual([]);
  });
});
