import type { Request, Response } from 'express';
import { databaseUnavailable } from './databaseUnavailable';

describe('databaseUnavailable', () => {
  const handle = (error: Error) => {
    const next = jest.fn();
    databaseUnavailable(error, {} as Request, {} as Response, next);
    return next.mock.calls[0][0];
  };

  it.each([
    'ECONNREFUSED',
    'ECONNRESET',
    '08006',
    '53300',
    '57P01',
    'SQLITE_BUSY',
    'SQLITE_IOERR_WRITE',
  ])('should know %s as a database that is away', code => {
    const error = Object.assign(new Error('host db.internal'), { code });
    const handled = handle(error);
    expect(handled).toMatchObject({
      code: 'DatabaseUnavailable',
      statusCode: 503,
      cause: error,
    });
    expect(handled.message).not.toContain('db.internal');
  });

  it('should know a pool that has no connection left', () => {
    const error = Object.assign(new Error('pool'), {
      name: 'KnexTimeoutError',
    });
    expect(handle(error).code).toBe('DatabaseUnavailable');
  });

  it.each(['23505', 'SQLITE_CONSTRAINT', 'WorkspaceNotFound', undefined])(
    'should leave %s alone',
    code => {
      const error = Object.assign(new Error('else'), { code });
      expect(handle(error)).toBe(error);
    },
  );
});
