import type { PolicyPrincipal } from '../policies/PolicyDocument';
import { listOf } from '../policies/normalisePolicy';
import type { RequestPrincipal } from './AccessRequest';
import { matchesGlob, parseGlob } from './glob';
import { anyOf, type Truth } from './truth';

const ACCOUNT = /^(?:arn:[a-z-]+:iam::)?(\d{12})(?::root)?$/;

/** Whether the principal element of a trust policy names who asks. */
export function matchesPrincipal(
  element: PolicyPrincipal,
  principal: RequestPrincipal,
): Truth {
  if (element === '*') {
    return true;
  }
  return anyOf(Object.entries(element), ([kind, values]) =>
    anyOf(listOf(values), value => matchesValue(kind, value, principal)),
  );
}

function matchesValue(
  kind: string,
  value: string,
  principal: RequestPrincipal,
): Truth {
  if (kind === 'AWS' && value === '*') {
    return true;
  }
  if (kind !== principal.kind) {
    // Kinds that are not compared here, such as CanonicalUser, name AWS identities.
    return !['AWS', 'Federated', 'Service'].includes(kind) &&
      principal.kind === 'AWS'
      ? 'unknown'
      : false;
  }
  if (value === principal.value) {
    return true;
  }
  if (/[*?]/.test(value)) {
    // IAM expands no wildcard in a principal; whoever wrote one is not taken at their word.
    return matchesGlob(parseGlob(value), principal.value) ? 'unknown' : false;
  }
  return kind === 'AWS' ? matchesIdentity(value, principal.value) : false;
}

function matchesIdentity(value: string, asking: string): Truth {
  const account = ACCOUNT.exec(value)?.[1];
  if (account) {
    // The whole account: whom its own policies let assume roles.
    return asking.split(':')[4] === account;
  }
  // An ARN names one identity; a unique id (AROA…, AIDA…) names one that cannot be told from it.
  return value.startsWith('arn:') ? false : 'unknown';
}
