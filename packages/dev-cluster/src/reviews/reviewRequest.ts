import type { JsonObject, JsonValue } from '@backstage/types';
import { invalid, methodNotAllowed, unknownPath } from '../api/errors';
import { invalidValue } from '../api/fieldProblems';
import type { Authenticator } from '../auth/Authenticator';
import type { Authorizer } from '../auth/Authorizer';
import { grantedRules } from '../auth/bindings';
import { groups } from '../auth/groups';
import type { Attributes, PolicyRule } from '../auth/PolicyRule';
import { apiAudience } from '../auth/ServiceAccountTokens';
import { isSuperuser, type UserInfo } from '../auth/UserInfo';
import {
  isJsonObject,
  listField,
  objectField,
  stringField,
} from '../objects/KubernetesObject';
import { timestamp } from '../operations/ClusterState';
import type { ObjectStore } from '../storage/ObjectStore';

/** What reviews are answered from. */
export interface ReviewContext {
  readonly store: ObjectStore;
  readonly authorizer: Authorizer;
  readonly authenticator: Authenticator;
  readonly user: UserInfo;
}

/** The kinds of reviews by resource; they are answered, never stored. */
export const reviewKinds: {
  readonly [group: string]: { readonly [resource: string]: string } | undefined;
} = {
  [groups.authorization]: {
    subjectaccessreviews: 'SubjectAccessReview',
    selfsubjectaccessreviews: 'SelfSubjectAccessReview',
    selfsubjectrulesreviews: 'SelfSubjectRulesReview',
    localsubjectaccessreviews: 'LocalSubjectAccessReview',
  },
  [groups.authentication]: {
    tokenreviews: 'TokenReview',
    selfsubjectreviews: 'SelfSubjectReview',
  },
};

function attributesOf(spec: JsonObject): Attributes {
  const resource = spec.resourceAttributes;
  const path = spec.nonResourceAttributes;
  if (isJsonObject(resource) === isJsonObject(path)) {
    throw invalid({
      type: { group: groups.authorization, kind: '' },
      name: '',
      problems: [
        invalidValue(
          'spec.resourceAttributes',
          null,
          'exactly one of nonResourceAttributes or resourceAttributes must be specified',
        ),
      ],
    });
  }
  if (isJsonObject(path)) {
    return { verb: String(path.verb ?? ''), path: String(path.path ?? '') };
  }
  return {
    verb: stringField(resource, 'verb') ?? '',
    group: stringField(resource, 'group') ?? '',
    resource: stringField(resource, 'resource') ?? '',
    subresource: stringField(resource, 'subresource') || undefined,
    name: stringField(resource, 'name'),
    namespace: stringField(resource, 'namespace'),
  };
}

function rulesReview(context: ReviewContext, namespace: string): JsonObject {
  const all: PolicyRule = {
    verbs: ['*'],
    apiGroups: ['*'],
    resources: ['*'],
    resourceNames: [],
    nonResourceURLs: [],
  };
  const rules = [
    ...(isSuperuser(context.user) ? [all] : []),
    ...[...grantedRules(context.store, context.user, namespace)].map(
      ({ rule }) => rule,
    ),
  ];
  return {
    resourceRules: rules
      .filter(rule => rule.resources.length)
      .map(({ verbs, apiGroups, resources, resourceNames }) => ({
        verbs: [...verbs],
        apiGroups: [...apiGroups],
        resources: [...resources],
        ...(resourceNames.length && { resourceNames: [...resourceNames] }),
      })),
    nonResourceRules: rules
      .filter(rule => rule.nonResourceURLs.length)
      .map(({ verbs, nonResourceURLs }) => ({
        verbs: [...verbs],
        nonResourceURLs: [...nonResourceURLs],
      })),
    incomplete: false,
  };
}

function userStatus({ name, uid, groups: memberOf }: UserInfo): JsonObject {
  return { username: name, ...(uid && { uid }), groups: [...memberOf] };
}

function tokenStatus(context: ReviewContext, spec: JsonObject): JsonObject {
  const [audience = apiAudience] = listField(spec, 'audiences').map(String);
  const token = stringField(spec, 'token') ?? '';
  const user = context.authenticator.authenticate(token, audience);
  return user
    ? { authenticated: true, user: userStatus(user), audiences: [audience] }
    : { user: {}, error: 'invalid bearer token' };
}

function statusOf(
  context: ReviewContext,
  kind: string,
  spec: JsonObject,
): JsonObject {
  const decide = (user: UserInfo): JsonObject => ({
    ...context.authorizer.authorize(user, attributesOf(spec)),
  });
  switch (kind) {
    case 'SelfSubjectAccessReview':
      return decide(context.user);
    case 'SubjectAccessReview':
    case 'LocalSubjectAccessReview':
      return decide({
        name: stringField(spec, 'user') ?? '',
        groups: listField(spec, 'groups').map(String),
      });
    case 'SelfSubjectRulesReview':
      return rulesReview(context, stringField(spec, 'namespace') ?? '');
    case 'TokenReview':
      return tokenStatus(context, spec);
    case 'SelfSubjectReview':
      return { userInfo: userStatus(context.user) };
    default:
      throw unknownPath();
  }
}

/** Answers a review of what somebody may do or who somebody is. */
export function answerReview(options: {
  context: ReviewContext;
  method: string;
  group: string;
  kind: string;
  body: JsonValue;
}): JsonObject {
  const { context, method, group, kind, body } = options;
  if (method !== 'POST') throw methodNotAllowed();
  const spec = objectField(body, 'spec');
  return {
    kind,
    apiVersion: `${group}/v1`,
    metadata: { creationTimestamp: timestamp() },
    ...(kind !== 'SelfSubjectReview' && { spec }),
    status: statusOf(context, kind, spec),
  };
}
