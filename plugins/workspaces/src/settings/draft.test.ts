import { aWorkspace } from '../__testUtils__/fixtures';
import { checkDraft, toChanges, toDraft } from './draft';

const workspace = aWorkspace({ expiresAt: '2027-01-31T23:59:59.000Z' });
const draft = toDraft(workspace);

describe('toChanges', () => {
  it('should be empty when nothing was changed', () => {
    expect(toChanges(draft, workspace)).toEqual({});
    expect(
      toChanges({ ...draft, displayName: ' Data Science ' }, workspace),
    ).toEqual({});
  });

  it('should hold what was changed and nothing else', () => {
    expect(
      toChanges(
        { ...draft, protected: true, quotaProfile: 'large' },
        workspace,
      ),
    ).toEqual({ protected: true, quotaProfile: 'large' });
  });

  it('should expire at the end of a day, or never', () => {
    expect(toChanges({ ...draft, expiresOn: '2027-02-01' }, workspace)).toEqual(
      { expiresAt: '2027-02-01T23:59:59.000Z' },
    );
    expect(toChanges({ ...draft, expiresOn: '' }, workspace)).toEqual({
      expiresAt: null,
    });
  });
});

describe('checkDraft', () => {
  it('should accept what the workspace has', () => {
    expect(checkDraft(draft)).toEqual([]);
  });

  it('should refuse an empty name and a hidden character', () => {
    expect(checkDraft({ ...draft, displayName: ' ' })[0].field).toBe(
      'displayName',
    );
    expect(checkDraft({ ...draft, description: 'a\u202eb' })[0].field).toBe(
      'description',
    );
  });
});
