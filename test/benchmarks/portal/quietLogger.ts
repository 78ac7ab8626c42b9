import type { LoggerService } from '@backstage/backend-plugin-api';

/** Tells only of what goes wrong. */
export const quietLogger: LoggerService = {
  error: message => process.stderr.write(`${message}\n`),
  warn: message => process.stderr.write(`${message}\n`),
  info: () => {},
  debug: () => {},
  child: () => quietLogger,
};
