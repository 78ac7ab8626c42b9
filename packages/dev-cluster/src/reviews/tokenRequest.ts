import type { JsonObject, JsonValue } from '@backstage/types';
import { invalid, notFound } from '../api/errors';
import { invalidValue } from '../api/fieldProblems';
import { builtIn } from '../api/ResourceRegistry';
import { groups } from '../auth/groups';
import {
  apiAudience,
  type ServiceAccountTokens,
} from '../auth/ServiceAccountTokens';
import { listField, objectField } from '../objects/KubernetesObject';
import { timestamp } from '../operations/ClusterState';
import type { ObjectStore } from '../storage/ObjectStore';

const serviceAccounts = builtIn('', 'serviceaccounts');
/** Seconds that a token is valid at least, as in Kubernetes. */
const shortest = 600;
const usual = 3600;

/** Issues a token for a ServiceAccount. */
export function answerTokenRequest(options: {
  store: ObjectStore;
  tokens: ServiceAccountTokens;
  namespace: string;
  name: string;
  body: JsonValue;
}): JsonObject {
  const { store, tokens, namespace, name, body } = options;
  const account = store.get(serviceAccounts, namespace, name);
  if (!account) throw notFound(serviceAccounts, name);
  const spec = objectField(body, 'spec');
  const given = listField(spec, 'audiences').map(String);
  const audiences = given.length ? given : [apiAudience];
  const seconds = Number(spec.expirationSeconds ?? usual);
  if (seconds < shortest) {
    throw invalid({
      type: { group: groups.authentication, kind: 'TokenRequest' },
      name: '',
      problems: [
        invalidValue(
          'spec.expirationSeconds',
          seconds,
          'may not specify a duration less than 10 minutes',
        ),
      ],
    });
  }
  const { token, expires } = tokens.issue({ account, audiences, seconds });
  return {
    kind: 'TokenRequest',
    apiVersion: `${groups.authentication}/v1`,
    metadata: {
      name,
      namespace,
      uid: account.metadata.uid ?? '',
      creationTimestamp: timestamp(),
    },
    spec: { audiences, expirationSeconds: seconds, boundObjectRef: null },
    status: { token, expirationTimestamp: timestamp(expires) },
  };
}
