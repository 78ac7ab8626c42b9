import type { AccessRequest } from './AccessRequest';
import type { CompiledPolicy } from './compilePolicy';
import type { CompiledStatement } from './compileStatement';

/** What policies make of a request. @public */
export interface Decision {
  /** `unknown` when it depends on something that is not known of the request, or is not understood. */
  readonly decision: 'allow' | 'deny' | 'unknown';
  /** The statement that decides; absent when none allows the request. */
  readonly statement?: CompiledStatement;
}

const NOT_ALLOWED: Decision = { decision: 'deny' };

/**
 * Evaluates policies as IAM does: a Deny that matches wins, else an Allow that matches, else it is denied. Boundaries
 * and organisation policies are not looked at; they only take away.
 *
 * @public
 */
export function evaluate(
  policies: readonly CompiledPolicy[],
  request: AccessRequest,
): Decision {
  let allowed: CompiledStatement | undefined;
  let perhapsAllowed: CompiledStatement | undefined;
  let perhapsDenied: CompiledStatement | undefined;
  for (const { statements } of policies) {
    for (const statement of statements) {
      const truth = statement.matches(request);
      if (truth === true) {
        if (statement.effect === 'Deny') {
          return { decision: 'deny', statement };
        }
        allowed ??= statement;
      } else if (truth === 'unknown') {
        if (statement.effect === 'Deny') {
          perhapsDenied ??= statement;
        } else {
          perhapsAllowed ??= statement;
        }
      }
    }
  }
  if (allowed) {
    return perhapsDenied
      ? { decision: 'unknown', statement: perhapsDenied }
      : { decision: 'allow', statement: allowed };
  }
  return perhapsAllowed
    ? { decision: 'unknown', statement: perhapsAllowed }
    : NOT_ALLOWED;
}
