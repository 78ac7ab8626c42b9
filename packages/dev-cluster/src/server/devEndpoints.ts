import type { JsonObject } from '@backstage/types';
import { methodNotAllowed, unknownPath } from '../api/errors';
import { isSuperuser } from '../auth/UserInfo';
import type { Faults } from '../faults/Faults';
import { parseFaultRules } from '../faults/parseFaultRules';
import type { WriteLog } from '../faults/WriteLog';
import type { HttpRequest } from './ApiServer';
import { parseBody } from './parseBody';
import { jsonReply, type Reply } from './Reply';

/** The switches of the development cluster over HTTP, for administrators. */
export function answerDevEndpoint(
  http: HttpRequest,
  faults: Faults,
  writeLog: WriteLog,
): Reply {
  if (!isSuperuser(http.user)) throw unknownPath();
  const endpoint = `${http.method} ${http.url.pathname}`;
  switch (endpoint) {
    case 'PUT /_dev/faults': {
      const rules = parseFaultRules(parseBody(http.body, http.contentType));
      faults.clear();
      for (const rule of rules) faults.add(rule);
      break;
    }
    case 'DELETE /_dev/faults':
      faults.clear();
      break;
    case 'DELETE /_dev/writes':
      writeLog.reset();
      break;
    case 'GET /_dev/faults':
    case 'GET /_dev/writes':
      break;
    default:
      throw http.url.pathname === '/_dev/faults' ||
        http.url.pathname === '/_dev/writes'
        ? methodNotAllowed()
        : unknownPath();
  }
  const answer = http.url.pathname.endsWith('faults')
    ? { rules: faults.list() }
    : { writes: writeLog.writes };
  return jsonReply(answer as unknown as JsonObject);
}
