import { newWorkspace } from '../__testUtils__/newWorkspace';
import { startPortal, type Portal } from '../__testUtils__/startPortal';

// A whole backend starts slowly on a busy machine.
jest.setTimeout(60_000);

const VALID = {
  id: 'data-science',
  displayName: 'Data Science',
  owner: 'group:default/team-ds',
};

/** Each wrong body of a request for a workspace, and the rules that must be reported. */
const WRONG_CREATIONS: readonly [string, object, readonly string[]][] = [
  ['no fields', {}, ['id required', 'displayName required', 'owner required']],
  ['a short id', { ...VALID, id: 'a' }, ['id min-length']],
  ['a long id', { ...VALID, id: 'a'.repeat(39) }, ['id max-length']],
  ['an id with capitals', { ...VALID, id: 'Data' }, ['id pattern']],
  ['an id that ends with a hyphen', { ...VALID, id: 'data-' }, ['id pattern']],
  ['the default id', { ...VALID, id: 'default' }, ['id reserved-id']],
  ['a configured reserved id', { ...VALID, id: 'infra' }, ['id reserved-id']],
  [
    'an id of the platform',
    { ...VALID, id: 'kube-x' },
    ['id reserved-namespace'],
  ],
  ['a number as id', { ...VALID, id: 7 }, ['id type']],
  ['an empty name', { ...VALID, displayName: '' }, ['displayName min-length']],
  ['a padded name', { ...VALID, displayName: ' x' }, ['displayName trimmed']],
  [
    'a long name',
    { ...VALID, displayName: 'x'.repeat(129) },
    ['displayName max-length'],
  ],
  [
    'control characters in the name',
    { ...VALID, displayName: 'a\u0007b' },
    ['displayName no-control-characters'],
  ],
  ['null as name', { ...VALID, displayName: null }, ['displayName type']],
  [
    'a long description',
    { ...VALID, description: 'x'.repeat(1025) },
    ['description max-length'],
  ],
  [
    'a User as owner',
    { ...VALID, owner: 'user:default/dana' },
    ['owner group-ref'],
  ],
  ['no ref as owner', { ...VALID, owner: 'group:' }, ['owner group-ref']],
  ['an unknown cluster', { ...VALID, cluster: 'moon' }, ['cluster one-of']],
  [
    'an unknown quota profile',
    { ...VALID, quotaProfile: 'endless' },
    ['quotaProfile one-of'],
  ],
  ['an unknown field', { ...VALID, phase: 'active' }, ['phase unknown-field']],
  [
    'everything wrong at once',
    { id: 'A!', displayName: 5, owner: 'x y', cluster: 'moon', more: 1 },
    [
      'more unknown-field',
      'displayName type',
      'id pattern',
      'owner group-ref',
      'cluster one-of',
    ],
  ],
];

const WRONG_UPDATES: readonly [string, object, readonly string[]][] = [
  ['no revision', { changes: {} }, ['revision required']],
  ['no changes', { revision: 1 }, ['changes required']],
  ['a text as revision', { revision: '1', changes: {} }, ['revision type']],
  [
    'an id as change',
    { revision: 1, changes: { id: 'other' } },
    ['changes.id unknown-field'],
  ],
  [
    'an owner as change',
    { revision: 1, changes: { owner: 'group:default/x' } },
    ['changes.owner unknown-field'],
  ],
  [
    'a padded name',
    { revision: 1, changes: { displayName: 'x ' } },
    ['changes.displayName trimmed'],
  ],
  [
    'an unknown quota profile',
    { revision: 1, changes: { quotaProfile: 'endless' } },
    ['changes.quotaProfile one-of'],
  ],
  [
    'an expiry that is no time',
    { revision: 1, changes: { expiresAt: 'soon' } },
    ['changes.expiresAt date-time'],
  ],
  [
    'an expiry in the past',
    { revision: 1, changes: { expiresAt: '2001-01-01T00:00:00Z' } },
    ['changes.expiresAt in-future'],
  ],
  [
    'a text as protection',
    { revision: 1, changes: { protected: 'yes' } },
    ['changes.protected type'],
  ],
];

/** What a refusal says: status, code and the rules that were broken. */
function refusalOf({
  status,
  body,
}: {
  status: number;
  body: {
    error: { code?: string; fields?: { field: string; rule: string }[] };
  };
}): string[] {
  const rules = body.error.fields?.map(({ field, rule }) => `${field} ${rule}`);
  return [`${status} ${body.error.code}`, ...(rules ?? []).sort()];
}

function refused(rules: readonly string[]): string[] {
  return ['400 ValidationFailed', ...[...rules].sort()];
}

describe('bad input', () => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await startPortal({ config: { reservedIds: ['infra'] } });
    await portal.store.create(
      newWorkspace('alpha', {
        cluster: 'dead',
        owner: 'group:default/team-ds',
      }),
      5,
    );
  });

  afterAll(() => portal.stop());

  it.each(WRONG_CREATIONS)(
    'should refuse %s in a request and write nothing',
    async (_name, body, rules) => {
      expect(
        refusalOf(await portal.as('dana').post('/workspaces', body)),
      ).toEqual(refused(rules));
      expect(refusalOf(await portal.as('dana').post('/plan', body))).toEqual(
        refused(rules),
      );
      expect(await portal.store.count({})).toBe(2);
    },
  );

  it.each(WRONG_UPDATES)(
    'should refuse %s in a change and write nothing',
    async (_name, body, rules) => {
      const before = await portal.store.findById('alpha');
      expect(
        refusalOf(await portal.as('ada').patch('/workspaces/alpha', body)),
      ).toEqual(refused(rules));
      expect(await portal.store.findById('alpha')).toEqual(before);
    },
  );

  it('should refuse a deletion that is not confirmed with the id', async () => {
    const answer = await portal
      .as('ada')
      .post('/workspaces/alpha/delete', { revision: 1, confirmation: 'beta' });
    expect(refusalOf(answer)).toEqual(refused(['confirmation matches-id']));
  });

  it.each([
    [
      'the plan of a change without one',
      { kind: 'change' },
      'changes required',
    ],
    [
      'changes in another plan',
      { kind: 'delete', changes: {} },
      'changes only-for-change',
    ],
    [
      'the plan of a transfer to nobody',
      { kind: 'transfer' },
      'owner required',
    ],
    [
      'the plan of a transfer to a User',
      { kind: 'transfer', owner: 'user:default/lee' },
      'owner group-ref',
    ],
    [
      'an owner in another plan',
      { kind: 'repair', owner: 'group:default/data' },
      'owner only-for-transfer',
    ],
  ])('should refuse %s', async (_name, body, rule) => {
    const answer = await portal.as('ada').post('/workspaces/alpha/plan', body);
    expect(refusalOf(answer)).toEqual(refused([rule]));
  });

  it('should refuse a body where there is none', async () => {
    const answer = await portal
      .as('ada')
      .post('/workspaces/alpha/retry', { force: true });
    expect(refusalOf(answer)).toEqual(refused(['force unknown-field']));
  });

  it.each([
    ['an unknown parameter', '?colour=red', 'colour unknown-field'],
    ['an empty parameter', '?q=', 'q not-empty'],
    ['an unknown phase', '?phase=odd', 'phase.0 enum'],
    ['a page that is too large', '?limit=201', 'limit maximum'],
    ['a negative offset', '?offset=-1', 'offset minimum'],
  ])('should refuse %s in a list', async (_name, query, rule) => {
    const answer = await portal.as('dana').get(`/workspaces${query}`);
    expect(refusalOf(answer)).toEqual(refused([rule]));
  });

  it('should refuse a body of 1 MiB before reading what it says', async () => {
    const { status, body } = await portal
      .as('dana')
      .post('/workspaces', { ...VALID, description: 'x'.repeat(1024 * 1024) });
    expect(status).toBe(413);
    expect(body.error.code).toBe('RequestTooLarge');
  });

  it('should refuse malformed JSON without repeating it', async () => {
    const answer = await portal
      .as('dana')
      .post('/workspaces')
      .set('content-type', 'application/json')
      .send('{"password": "hunter2"');
    expect(refusalOf(answer)).toEqual(refused(['body json']));
    expect(JSON.stringify(answer.body)).not.toContain('hunter2');
  });

  it('should refuse a body that is not JSON', async () => {
    const answer = await portal
      .as('dana')
      .post('/workspaces')
      .set('content-type', 'text/plain')
      .send('hello');
    expect(refusalOf(answer)).toEqual(refused(['body content-type']));
  });
});
