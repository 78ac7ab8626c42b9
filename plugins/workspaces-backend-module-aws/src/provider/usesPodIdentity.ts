import { accessRequest, compilePolicy, evaluate } from '../evaluator';
import {
  POD_IDENTITY_SERVICE_ACCOUNT,
  type PolicyDocument,
  type RolePolicyInput,
} from '../policies';
import { podIdentity } from '../proof/requests';

/**
 * Whether a trust lets the shared ServiceAccount of any namespace of the workspace in. Whoever makes a role may do
 * without Pod Identity: then only what Pod Identity gives to others counts.
 */
export function usesPodIdentity(
  input: RolePolicyInput,
  trust: PolicyDocument,
): boolean {
  if (!input.podIdentity) {
    return false;
  }
  const { serviceAccount = POD_IDENTITY_SERVICE_ACCOUNT } = input.podIdentity;
  const compiled = [compilePolicy(trust, 'trust')];
  return input.namespaces.some(
    namespace =>
      evaluate(
        compiled,
        accessRequest(podIdentity(input, { namespace, serviceAccount })),
      ).decision !== 'deny',
  );
}
