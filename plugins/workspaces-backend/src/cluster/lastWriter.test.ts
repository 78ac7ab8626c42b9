import { MANAGED_BY } from '@team-workspaces/backstage-plugin-workspaces-common';
import { isLastWrittenByOthers } from './lastWriter';

const ours = { manager: MANAGED_BY, operation: 'Apply' };
const theirs = { manager: 'kubectl-edit', operation: 'Update' };
const EARLY = '2026-01-01T10:00:00Z';
const LATE = '2026-01-01T10:00:01Z';

describe('isLastWrittenByOthers', () => {
  it.each([
    ['nobody is recorded', [], false],
    ['we wrote alone', [{ ...ours, time: EARLY }], false],
    [
      'we wrote after others',
      [
        { ...theirs, time: EARLY },
        { ...ours, time: LATE },
      ],
      false,
    ],
    [
      'others wrote after us',
      [
        { ...theirs, time: LATE },
        { ...ours, time: EARLY },
      ],
      true,
    ],
    [
      'both wrote in the same second',
      [
        { ...ours, time: EARLY },
        { ...theirs, time: EARLY },
      ],
      true,
    ],
    [
      'a controller reported a status',
      [
        { ...ours, time: EARLY },
        { ...theirs, subresource: 'status', time: LATE },
      ],
      false,
    ],
  ])('should decide when %s', (_when, managedFields, expected) => {
    expect(isLastWrittenByOthers({ name: 'a', managedFields })).toBe(expected);
  });
});
