import type { IamCheck } from '@team-workspaces/backstage-plugin-workspaces-common';
import type { SessionIdentity } from '@team-workspaces/backstage-plugin-workspaces-node';
import type { RoleClient } from '../client';
import {
  accessRequest,
  compilePolicy,
  evaluate,
  type ContextValue,
} from '../evaluator';
import {
  oidcProviderArn,
  STS_AUDIENCE,
  type RolePolicyInput,
} from '../policies';
import type { InspectedRole } from '../provider/RoleInspector';
import { runCheck, type Finding } from './check';

/** What is wrong with who may have the role. */
export function roleChecks(options: {
  readonly client: RoleClient;
  readonly inspected: InspectedRole;
  readonly input: RolePolicyInput;
  readonly identities: readonly SessionIdentity[];
}): Promise<IamCheck>[] {
  const { client, inspected, input } = options;
  const { role, failure } = inspected.snapshot;
  const provider = oidcProviderArn(input);
  /** With each claim that is given, what is left open could only refuse. */
  const trusts = (context: Record<string, ContextValue>) =>
    evaluate(
      [compilePolicy(role?.trust, 'trust')],
      accessRequest({
        action: 'sts:AssumeRoleWithWebIdentity',
        principal: { kind: 'Federated', value: provider },
        context,
      }),
    ).decision;
  const ofTrust = (look: () => Finding) => () =>
    role
      ? look()
      : {
          ok: undefined,
          message: failure
            ? `The role cannot be read: ${failure.message}`
            : 'There is no role to look at.',
        };
  const aud = { [`${input.oidcProvider}:aud`]: STS_AUDIENCE };
  return [
    runCheck(
      {
        id: 'role-exists',
        title: 'The role exists',
        hint: 'Make it with templates/workspace-iam, choose mode managed, or correct the ARN.',
      },
      () => {
        if (role) {
          return { ok: true, message: `${role.arn} is there.` };
        }
        return failure
          ? { ok: undefined, message: failure.message, hint: failure.hint }
          : { ok: false, message: `AWS has no role ${inspected.name}.` };
      },
    ),
    runCheck(
      {
        id: 'oidc-provider-registered',
        title: 'The account knows the cluster',
        hint: `Make an IAM OIDC provider for https://${input.oidcProvider} with audience ${STS_AUDIENCE}.`,
      },
      async () => {
        const registered = await client.getOidcProvider(provider);
        if (!registered) {
          return { ok: false, message: `The account has no ${provider}.` };
        }
        return registered.audiences.includes(STS_AUDIENCE)
          ? { ok: true, message: `${provider} is there, for ${STS_AUDIENCE}.` }
          : {
              ok: false,
              message: `${provider} is for ${registered.audiences.join(', ')}.`,
            };
      },
    ),
    runCheck(
      {
        id: 'trust-provider',
        title: 'The trust names the OIDC provider of the cluster',
        hint: `Set the Federated principal to ${provider}.`,
      },
      ofTrust(() => ({
        ok: trusts({}) !== 'deny',
        message:
          trusts({}) === 'deny'
            ? `No statement lets ${provider} in.`
            : `A statement lets ${provider} in.`,
      })),
    ),
    runCheck(
      {
        id: 'trust-audience',
        title: `The trust accepts the audience ${STS_AUDIENCE}`,
        hint: `Let the condition on ${input.oidcProvider}:aud be StringEquals ${STS_AUDIENCE}.`,
      },
      ofTrust(() => ({
        ok: trusts(aud) !== 'deny',
        message:
          trusts(aud) === 'deny'
            ? `No statement accepts ${STS_AUDIENCE}.`
            : `A statement accepts ${STS_AUDIENCE}.`,
      })),
    ),
    runCheck(
      {
        id: 'trust-subject',
        title: 'The trust lets the ServiceAccount in',
        hint: `Let the condition on ${input.oidcProvider}:sub name every namespace of the workspace, as the rendered trust does.`,
      },
      ofTrust(() => judgeSubjects(options, sub => trusts({ ...aud, ...sub }))),
    ),
  ];
}

function judgeSubjects(
  {
    input,
    identities,
  }: { input: RolePolicyInput; identities: readonly SessionIdentity[] },
  trusts: (sub: Record<string, string>) => string,
): Finding {
  const asked =
    identities.length > 0
      ? identities
      : input.namespaces.map(namespace => ({
          namespace,
          serviceAccount: 'user-somebody',
        }));
  const subjects = asked.map(
    ({ namespace, serviceAccount }) =>
      `system:serviceaccount:${namespace}:${serviceAccount}`,
  );
  const refused = subjects.filter(
    sub => trusts({ [`${input.oidcProvider}:sub`]: sub }) !== 'allow',
  );
  return refused.length === 0
    ? {
        ok: true,
        message: `All ServiceAccounts are let in (${subjects.length}).`,
      }
    : { ok: false, message: `${refused.join(', ')} is not let in.` };
}
