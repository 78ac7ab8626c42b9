import type {
  AccessExplanation,
  ExplainAccessRequest,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { isRecord } from '../evaluator/isRecord';
import { POD_IDENTITY_SERVICE_ACCOUNT } from '../policies/renderTrustPolicy';
import { CompiledSubject } from './CompiledSubject';
import type { IsolationSubject } from './IsolationSubject';
import { parseS3Url } from './parseS3Url';
import { describeRequest, probe, type Probe } from './Probe';
import {
  listBucket,
  onObject,
  podIdentity,
  subjectOf,
  useKey,
  webIdentity,
} from './requests';

const KEY_STEP = 'The key of the bucket';

const ACTIONS = {
  read: 's3:GetObject',
  write: 's3:PutObject',
  delete: 's3:DeleteObject',
} as const;

/** What is asked, and the ServiceAccount whose session asks. @public */
export interface AccessQuestion {
  readonly resource: string;
  readonly action: ExplainAccessRequest['action'];
  readonly namespace: string;
  readonly serviceAccount: string;
}

/**
 * Whether a session gets at an object, and what decides it: first whether its ServiceAccount may assume the role, then
 * what the role may do, then the key of the bucket. Throws InvalidPolicyInput with field `resource`.
 *
 * @public
 */
export function explainAccess(
  subject: IsolationSubject,
  question: AccessQuestion,
): Omit<AccessExplanation, 'source'> {
  const compiled = new CompiledSubject(subject);
  let last: Omit<AccessExplanation, 'source'> | undefined;
  for (const step of stepsOf(subject, question)) {
    const { decision, statement } = compiled.decide(step);
    // Of an access that every step allows, the statement about the object is what people ask for.
    if (decision !== 'allow' || step.title !== KEY_STEP) {
      last = {
        decision,
        message: sentence(decision, step, statement?.name, question),
        policy: step.policy,
        ...(statement && { statement: statement.name }),
        ...(isRecord(statement?.source) && {
          statementDocument: statement.source,
        }),
        request: describeRequest(step),
      };
    }
    if (decision !== 'allow') {
      break;
    }
  }
  if (!last) {
    throw new Error('A question has at least one step');
  }
  return last;
}

function stepsOf(
  { workspace }: IsolationSubject,
  { resource, action, namespace, serviceAccount }: AccessQuestion,
): Probe[] {
  const { bucket, key } = parseS3Url(resource);
  const { partition, kmsKeyArn } = workspace;
  const lists = action === 'list' || (action === 'read' && isFolder(key));
  const step = (
    title: string,
    policy: Probe['policy'],
    request: Parameters<typeof probe>[1],
  ) => probe({ title, policy, expected: 'allow' }, request);
  // A ServiceAccount of EKS Pod Identity brings session tags and no token.
  const assume =
    workspace.podIdentity &&
    serviceAccount ===
      (workspace.podIdentity.serviceAccount ?? POD_IDENTITY_SERVICE_ACCOUNT)
      ? podIdentity(workspace, { namespace, serviceAccount })
      : webIdentity(workspace, { sub: subjectOf(namespace, serviceAccount) });
  const steps = [
    step('The role', 'trust', assume),
    step(
      'The object',
      'permissions',
      lists
        ? listBucket(partition, bucket, key)
        : onObject(
            partition,
            ACTIONS[action as keyof typeof ACTIONS],
            bucket,
            key,
          ),
    ),
  ];
  if (
    kmsKeyArn &&
    bucket === workspace.bucket &&
    !lists &&
    action !== 'delete'
  ) {
    const use = action === 'read' ? 'kms:Decrypt' : 'kms:GenerateDataKey';
    steps.push(
      step(KEY_STEP, 'permissions', useKey(workspace, use, kmsKeyArn, 's3')),
    );
  }
  return steps;
}

function isFolder(key: string): boolean {
  return key === '' || key.endsWith('/');
}

function sentence(
  decision: AccessExplanation['decision'],
  { title, policy, action }: Probe,
  statement: string | undefined,
  { namespace, serviceAccount, resource }: AccessQuestion,
): string {
  const who = `ServiceAccount ${namespace}/${serviceAccount}`;
  const what =
    policy === 'trust'
      ? `${who} to assume the role`
      : `${action} on ${resource}`;
  const of = policy === 'trust' ? 'trust policy' : 'permissions of the role';
  if (decision === 'unknown') {
    return `Statement "${statement}" of the ${of} depends on something that is not known here, so that ${what} can neither be promised nor ruled out.`;
  }
  if (decision === 'allow') {
    return `Statement "${statement}" of the ${of} allows ${what}.`;
  }
  if (statement) {
    return `Statement "${statement}" of the ${of} denies ${what}.`;
  }
  return title === KEY_STEP
    ? `No statement of the ${of} allows ${action} with the key of the bucket, which ${resource} needs.`
    : `No statement of the ${of} allows ${what}.`;
}
