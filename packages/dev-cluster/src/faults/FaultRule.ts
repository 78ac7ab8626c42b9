import type { Verb } from '../operations/ResourceRequest';

/**
 * What goes wrong:
 * - `status`: the request is refused with this code, before anything is done;
 * - `timeoutAfterCommit`: the request is done, then the connection breaks without an answer;
 * - `down`: the connection breaks before anything is done;
 * - `delay`: the request waits, then is done;
 * - `staleList`: a LIST answers with the state of `behind` changes ago;
 * - `dropEvents`, `duplicateEvents`: a watch leaves an event out, or sends it twice.
 *
 * @public
 */
export type FaultEffect =
  | {
      readonly type: 'status';
      readonly code: 403 | 409 | 410 | 429 | 500 | 503;
      /** Seconds in `Retry-After`, with 429 and 503. */
      readonly retryAfter?: number;
    }
  | { readonly type: 'timeoutAfterCommit' }
  | { readonly type: 'down' }
  | { readonly type: 'delay'; readonly milliseconds: number }
  | { readonly type: 'staleList'; readonly behind: number }
  | { readonly type: 'dropEvents' }
  | { readonly type: 'duplicateEvents' };

/**
 * When something goes wrong. What is left out matches everything; a rule without any criteria
 * matches every request.
 *
 * @public
 */
export interface FaultRule {
  readonly verbs?: readonly Verb[];
  /** Plural name, with the group where that matters: `pods`, `deployments.apps`. */
  readonly resource?: string;
  readonly subresource?: string;
  readonly namespace?: string;
  readonly name?: string;
  /** How many matching requests go well first. */
  readonly skip?: number;
  /** How many matching requests go wrong then; all of them by default. */
  readonly times?: number;
  readonly effect: FaultEffect;
}

/** What a rule is compared with. */
export interface FaultSubject {
  readonly verb: Verb;
  readonly group: string;
  readonly resource: string;
  readonly subresource: string;
  readonly namespace: string;
  readonly name: string;
}

/** Whether a rule is about a request; `undefined` is a request for no resource. */
export function ruleMatches(
  rule: FaultRule,
  subject: FaultSubject | undefined,
): boolean {
  const { verbs, resource, subresource, namespace, name } = rule;
  if (!subject) {
    return [verbs, resource, subresource, namespace, name].every(
      criterion => criterion === undefined,
    );
  }
  const qualified = subject.group
    ? `${subject.resource}.${subject.group}`
    : subject.resource;
  return (
    (!verbs || verbs.includes(subject.verb)) &&
    (!resource || resource === subject.resource || resource === qualified) &&
    (subresource === undefined || subresource === subject.subresource) &&
    (namespace === undefined || namespace === subject.namespace) &&
    (name === undefined || name === subject.name)
  );
}
