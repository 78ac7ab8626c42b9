import type { PolicyDocument } from './PolicyDocument';

/** Characters of a policy as IAM counts them against its quotas: without white space. @public */
export function policySize(document: PolicyDocument): number {
  return JSON.stringify(document).replace(/\s/g, '').length;
}
