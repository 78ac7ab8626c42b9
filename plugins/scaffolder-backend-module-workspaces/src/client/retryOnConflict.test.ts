import { mockRefusal } from '../testUtils';
import { retryOnConflict } from './retryOnConflict';

describe('retryOnConflict', () => {
  it('should run again when the revision was outdated', async () => {
    const body = jest
      .fn()
      .mockRejectedValueOnce(
        await mockRefusal(409, { message: 'x', code: 'RevisionConflict' }),
      )
      .mockResolvedValueOnce('written');
    await expect(retryOnConflict(body)).resolves.toBe('written');
    expect(body).toHaveBeenCalledTimes(2);
  });

  it('should give up after five attempts', async () => {
    const refusal = await mockRefusal(409, {
      message: 'x',
      code: 'RevisionConflict',
    });
    const body = jest.fn().mockRejectedValue(refusal);
    await expect(retryOnConflict(body)).rejects.toBe(refusal);
    expect(body).toHaveBeenCalledTimes(5);
  });

  it.each(['MemberExists', undefined])(
    'should not run again for %s when not told so',
    async code => {
      const refusal = await mockRefusal(409, { message: 'x', code });
      const body = jest.fn().mockRejectedValue(refusal);
      await expect(retryOnConflict(body)).rejects.toBe(refusal);
      expect(body).toHaveBeenCalledTimes(1);
    },
  );
});
