import { apiError } from '../__testUtils__/fixtures';
import { toFailure } from './toFailure';

describe('toFailure', () => {
  it('should read status, code, message, hint and fields of an answer', async () => {
    const fields = [{ field: 'id', rule: 'pattern', message: 'No.' }];
    const error = await apiError({
      status: 409,
      code: 'RevisionConflict',
      message: 'The workspace changed.',
      fields,
    });
    expect(toFailure(error)).toEqual({
      status: 409,
      code: 'RevisionConflict',
      message: 'The workspace changed.',
      hint: 'Read the workspace again and repeat the change.',
      fields,
    });
  });

  it('should tell that there was no answer', () => {
    expect(toFailure(new TypeError('Failed to fetch'))).toEqual({ fields: [] });
  });
});
