import { roleInput } from '../../policies/__testUtils__/roleInput';
import { renderPermissionsPolicy } from '../../policies/renderPermissionsPolicy';
import { renderTrustPolicy } from '../../policies/renderTrustPolicy';
import type { IsolationSubject } from '../IsolationSubject';

/** A workspace with the policies that are rendered for it. */
export function renderedSubject(
  ...input: Parameters<typeof roleInput>
): IsolationSubject {
  const workspace = roleInput(...input);
  return {
    workspace,
    trust: renderTrustPolicy(workspace),
    permissions: [renderPermissionsPolicy(workspace)],
  };
}

/** The same subject with a text replaced in its policies, as a careless change of the renderer would. */
export function mutate(
  subject: IsolationSubject,
  policy: 'trust' | 'permissions',
  from: string,
  to: string,
): IsolationSubject {
  const text = JSON.stringify(subject[policy]);
  if (!text.includes(from)) {
    throw new Error(`There is no ${from} in ${text}`);
  }
  return { ...subject, [policy]: JSON.parse(text.replaceAll(from, to)) };
}
