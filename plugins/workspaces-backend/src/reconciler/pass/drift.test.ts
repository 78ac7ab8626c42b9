import { MANAGED_BY } from '@team-workspaces/backstage-plugin-workspaces-common';
import type {
  ObjectRecord,
  PlannedChange,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { fakeChange } from '../../__testUtils__/FakeStep';
import { describeDrift, isDrift } from './drift';

const record = { uid: 'u' } as ObjectRecord;
const recorded = { find: () => record };
const unrecorded = { find: () => undefined };

function update(manager: string, lastWriter: string): PlannedChange {
  return fakeChange('s', 'x', {
    action: 'update',
    fields: [{ path: 'spec.hard.pods', before: '1', after: '2', manager }],
    live: {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        name: 'x',
        managedFields: [
          { manager: MANAGED_BY, time: '2026-01-01T00:00:01Z' },
          { manager: lastWriter, time: '2026-01-01T00:00:02Z' },
        ],
      },
    },
  });
}

describe('isDrift', () => {
  it.each<
    [string, PlannedChange, typeof recorded | typeof unrecorded, boolean]
  >([
    [
      'an object that we recorded is missing',
      fakeChange('s', 'x'),
      recorded,
      true,
    ],
    ['an object is wanted newly', fakeChange('s', 'x'), unrecorded, false],
    [
      'an object with our labels is not of ours',
      fakeChange('s', 'x', { action: 'delete' }),
      unrecorded,
      true,
    ],
    [
      'an object of ours is not wanted any more',
      fakeChange('s', 'x', { action: 'delete' }),
      recorded,
      false,
    ],
    [
      'a field belongs to somebody else',
      update('kubectl', MANAGED_BY),
      recorded,
      true,
    ],
    ['somebody else wrote last', update(MANAGED_BY, 'kubectl'), recorded, true],
    [
      'something else is wanted',
      update(MANAGED_BY, MANAGED_BY),
      recorded,
      false,
    ],
    [
      'only our record is missing',
      fakeChange('s', 'x', { action: 'update' }),
      unrecorded,
      false,
    ],
  ])('tells when %s', (_, change, records, drift) => {
    expect(isDrift(change, records)).toBe(drift);
  });
});

describe('describeDrift', () => {
  it('names objects and managers, and counts what is too much', () => {
    const missing = fakeChange('s', 'a');
    expect(describeDrift([missing, update('kubectl', 'kubectl')])).toBe(
      'ConfigMap alpha-x/a is missing; ConfigMap alpha-x/x was changed by kubectl.',
    );
    expect(
      describeDrift([missing, missing, missing, missing, missing]),
    ).toMatch(/; and 2 more\.$/);
  });
});
