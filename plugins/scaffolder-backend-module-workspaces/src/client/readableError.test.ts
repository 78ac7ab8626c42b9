import { ConflictError, InputError } from '@backstage/errors';
import { mockRefusal } from '../testUtils';
import { codeOf, isTransient, readableError } from './readableError';

describe('readableError', () => {
  it('should say what went wrong, what to do and the code', async () => {
    const refusal = await mockRefusal(409, {
      message: 'A workspace "team-a" exists with another owner or content.',
      code: 'GroupLimitReached',
    });
    const error = readableError(refusal);
    expect(error).toBeInstanceOf(ConflictError);
    expect(error.message).toMatch(
      /^A workspace "team-a" exists .* What to do: Delete a workspace .* \(GroupLimitReached\)$/,
    );
    expect(codeOf(refusal)).toBe('GroupLimitReached');
  });

  it('should name every field that breaks a rule', async () => {
    const error = readableError(
      await mockRefusal(400, {
        message: 'The request is not valid.',
        code: 'ValidationFailed',
        fields: [
          { field: 'id', rule: 'pattern', message: 'No capitals.' },
          { field: 'owner', rule: 'group', message: 'Not a Group.' },
        ],
      }),
    );
    expect(error).toBeInstanceOf(InputError);
    expect(error.message).toBe(
      'The request is not valid. id: No capitals. owner: Not a Group. (ValidationFailed)',
    );
  });

  it('should tell a session that is over from a missing right', async () => {
    expect(
      readableError(await mockRefusal(401, { message: 'Token expired' }))
        .message,
    ).toContain('sign in again');
    expect(
      readableError(await mockRefusal(403, { message: 'Not for you.' }))
        .message,
    ).toBe('Not for you.');
  });

  it('should leave other errors as they are', () => {
    const error = new TypeError('fetch failed');
    expect(readableError(error)).toBe(error);
  });
});

describe('isTransient', () => {
  it.each([
    [500, true],
    [503, true],
    [429, true],
    [400, false],
    [401, false],
    [403, false],
    [409, false],
  ])('should answer for status %d with %s', async (status, expected) => {
    expect(isTransient(await mockRefusal(status, { message: 'x' }))).toBe(
      expected,
    );
  });

  it('should try again when there was no answer, but not without a session', () => {
    expect(isTransient(new TypeError('fetch failed'))).toBe(true);
    const refused = new Error('no token');
    refused.name = 'AuthenticationError';
    expect(isTransient(refused)).toBe(false);
  });
});
