import type {
  AccessExplanation,
  ExplainAccessRequest,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import type { SessionIdentity } from '@team-workspaces/backstage-plugin-workspaces-node';
import {
  accessRequest,
  compilePolicy,
  evaluate,
  type Decision,
} from '../evaluator';
import { oidcProviderArn, STS_AUDIENCE } from '../policies';
import type { IsolationSubject } from '../proof';

const ACTIONS = {
  read: 's3:GetObject',
  write: 's3:PutObject',
  delete: 's3:DeleteObject',
  list: 's3:ListBucket',
} as const;

const RESOURCE = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(.*))?$/s;

/** Says whether a session may do something, and which statement decides. */
export function explainAccess(options: {
  readonly subject: IsolationSubject;
  readonly source: AccessExplanation['source'];
  readonly request: ExplainAccessRequest;
  readonly identity: SessionIdentity;
}): AccessExplanation {
  const { subject, source, identity } = options;
  const { bucket, key, action } = parseRequest(options.request);
  const { workspace } = subject;
  const sub = `system:serviceaccount:${identity.namespace}:${identity.serviceAccount}`;
  const shown = { action, resource: options.request.resource, sub };
  const trusted = evaluate(
    [compilePolicy(subject.trust, 'trust')],
    accessRequest({
      action: 'sts:AssumeRoleWithWebIdentity',
      principal: { kind: 'Federated', value: oidcProviderArn(workspace) },
      context: {
        [`${workspace.oidcProvider}:sub`]: sub,
        [`${workspace.oidcProvider}:aud`]: STS_AUDIENCE,
      },
    }),
  );
  if (trusted.decision !== 'allow') {
    return {
      ...toExplanation(
        trusted,
        'trust',
        `ServiceAccount ${identity.namespace}/${identity.serviceAccount} does not get the role`,
      ),
      request: shown,
      source,
    };
  }
  const list = action === ACTIONS.list;
  const arn = `arn:${workspace.partition}:s3:::${bucket}`;
  const decided = evaluate(
    subject.permissions.map(policy => compilePolicy(policy, 'permissions')),
    accessRequest({
      action,
      resource: list ? arn : `${arn}/${key}`,
      context: { 's3:prefix': list ? key : null, 'kms:ViaService': null },
    }),
  );
  const verb = decided.decision === 'allow' ? 'may' : 'may not';
  return {
    ...toExplanation(
      decided,
      'permissions',
      `The session ${verb} ${action} on ${options.request.resource}`,
    ),
    request: shown,
    source,
  };
}

/** Whether a text is one that can be asked about. */
export function isExplainable(resource: string): boolean {
  return RESOURCE.test(resource);
}

function parseRequest({ resource, action }: ExplainAccessRequest) {
  const [, bucket = '', key = ''] = RESOURCE.exec(resource) ?? [];
  // What ends in a slash is no object: reading it means listing it.
  const lists = action === 'read' && (key === '' || key.endsWith('/'));
  return { bucket, key, action: ACTIONS[lists ? 'list' : action] };
}

function toExplanation(
  { decision, statement }: Decision,
  policy: 'trust' | 'permissions',
  sentence: string,
): Pick<
  AccessExplanation,
  'decision' | 'message' | 'policy' | 'statement' | 'statementDocument'
> {
  const name = policy === 'trust' ? 'trust policy' : 'permissions';
  let because = `no statement of the ${name} allows it`;
  if (statement) {
    because =
      decision === 'unknown'
        ? `statement ${statement.name} of the ${name} cannot be evaluated here`
        : `statement ${statement.name} of the ${name} decides`;
  }
  return {
    decision,
    message: `${sentence}: ${because}.`,
    policy,
    ...(statement && {
      statement: statement.name,
      ...(typeof statement.source === 'object' &&
        statement.source !== null && {
          statementDocument: { ...statement.source },
        }),
    }),
  };
}
