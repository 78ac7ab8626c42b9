import { toResponseError } from './errors';

const about = {
  cluster: 'production',
  verb: 'apply',
  object: {
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    namespace: 'alpha-notebooks',
    name: 'workspace',
  },
};

function status(options: {
  code: number;
  reason: string | undefined;
  message: string;
  details?: object;
}): string {
  return JSON.stringify({
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    ...options,
  });
}

describe('toResponseError', () => {
  it.each([
    {
      what: 'credentials that are not accepted',
      code: 401,
      reason: 'Unauthorized',
      message: 'Unauthorized',
      expected: 'ClusterUnauthorized',
    },
    {
      what: 'a right that is missing',
      code: 403,
      reason: 'Forbidden',
      message:
        'resourcequotas "workspace" is forbidden: User "portal" cannot patch resource "resourcequotas" in API group "" in the namespace "alpha-notebooks"',
      expected: 'RbacInsufficient',
    },
    {
      what: 'a role that would grant more than we have',
      code: 403,
      reason: 'Forbidden',
      message:
        'roles.rbac.authorization.k8s.io "user" is forbidden: user "portal" (groups=["system:authenticated"]) is attempting to grant RBAC permissions not currently held:\n{APIGroups:[""], Resources:["pods"], Verbs:["get"]}',
      expected: 'RbacInsufficient',
    },
    {
      what: 'a webhook that answers 403',
      code: 403,
      reason: 'Forbidden',
      message:
        'admission webhook "validation.gatekeeper.sh" denied the request: [quota] cpu is above 10',
      expected: 'AdmissionDenied',
    },
    {
      what: 'a webhook that answers 400',
      code: 400,
      reason: 'BadRequest',
      message:
        'admission webhook "policies.example.com" denied the request without explanation',
      expected: 'AdmissionDenied',
    },
    {
      what: 'an admission policy',
      code: 422,
      reason: 'Invalid',
      message:
        'namespaces "alpha-notebooks" is forbidden: ValidatingAdmissionPolicy "team-label" with binding "all" denied request: label team is required',
      expected: 'AdmissionDenied',
    },
    {
      what: 'Pod Security admission',
      code: 403,
      reason: 'Forbidden',
      message:
        'pods "x" is forbidden: violates PodSecurity "restricted:latest": privileged (container "x" must not set securityContext.privileged=true)',
      expected: 'AdmissionDenied',
    },
    {
      what: 'a namespace that is going away',
      code: 403,
      reason: 'Forbidden',
      message:
        'resourcequotas "workspace" is forbidden: unable to create new content in namespace alpha-notebooks because it is being terminated',
      details: {
        causes: [
          {
            reason: 'NamespaceTerminating',
            message: 'namespace alpha-notebooks is being terminated',
            field: 'metadata.namespace',
          },
        ],
      },
      expected: 'NamespaceTerminating',
    },
    {
      what: 'a namespace that is gone',
      code: 404,
      reason: 'NotFound',
      message: 'namespaces "alpha-notebooks" not found',
      expected: 'ObjectConflict',
    },
    {
      what: 'a resource that the API does not have',
      code: 404,
      reason: 'NotFound',
      message: 'the server could not find the requested resource',
      expected: 'ObjectInvalid',
    },
    {
      what: 'an object that exists',
      code: 409,
      reason: 'AlreadyExists',
      message: 'namespaces "alpha-notebooks" already exists',
      expected: 'ObjectConflict',
    },
    {
      what: 'a precondition that fails',
      code: 409,
      reason: 'Conflict',
      message:
        'Operation cannot be fulfilled on namespaces "alpha-notebooks": Precondition failed: UID in precondition: 1, UID in object meta: 2',
      expected: 'ObjectConflict',
    },
    {
      what: 'an apply for another object of the name',
      code: 422,
      reason: 'Invalid',
      message:
        'Namespace "alpha-notebooks" is invalid: metadata.uid: Invalid value: "1": field is immutable',
      details: {
        causes: [
          {
            reason: 'FieldValueInvalid',
            message: 'Invalid value: "1": field is immutable',
            field: 'metadata.uid',
          },
        ],
      },
      expected: 'ObjectConflict',
    },
    {
      what: 'an apply of a field that the kind does not have',
      code: 500,
      reason: undefined,
      message:
        'failed to create typed patch object (alpha-notebooks/workspace; /v1, Kind=ResourceQuota): .spec.hrad: field not declared in schema',
      expected: 'ObjectInvalid',
    },
    {
      what: 'a list that got too old',
      code: 410,
      reason: 'Expired',
      message: 'too old resource version: 1 (5000)',
      expected: 'ObjectConflict',
    },
    {
      what: 'a value that is not valid',
      code: 422,
      reason: 'Invalid',
      message:
        'ResourceQuota "workspace" is invalid: spec.hard[cpu]: Invalid value: "-1": must be greater than or equal to 0',
      expected: 'ObjectInvalid',
    },
    {
      what: 'a body that cannot be read',
      code: 400,
      reason: 'BadRequest',
      message: 'the object provided is unrecognized',
      expected: 'ObjectInvalid',
    },
    {
      what: 'too many requests',
      code: 429,
      reason: 'TooManyRequests',
      message: 'too many requests, please try again later',
      expected: 'TooManyRequests',
    },
    {
      what: 'a webhook that does not work',
      code: 500,
      reason: 'InternalError',
      message:
        'Internal error occurred: failed calling webhook "policies.example.com": connection refused',
      expected: 'ClusterUnavailable',
    },
    {
      what: 'storage that is too slow',
      code: 500,
      reason: 'ServerTimeout',
      message: 'The POST operation against Namespace could not be completed',
      expected: 'RequestTimeout',
    },
    {
      what: 'a server that is shutting down',
      code: 503,
      reason: 'ServiceUnavailable',
      message: 'apiserver is shutting down',
      expected: 'ClusterUnavailable',
    },
    {
      what: 'an answer that took too long',
      code: 504,
      reason: 'Timeout',
      message:
        'Timeout: request did not complete within requested timeout - context deadline exceeded',
      expected: 'RequestTimeout',
    },
  ])('should call $what $expected', ({ what: _what, expected, ...answer }) => {
    const error = toResponseError(about, {
      status: answer.code,
      body: status(answer),
    });
    expect(error).toMatchObject({
      reason: expected,
      status: answer.code,
      statusReason: answer.reason,
      verb: 'apply',
      object: about.object,
      message: `The cluster "production" refused to apply ResourceQuota alpha-notebooks/workspace: ${answer.message}`,
    });
  });

  it('should take an answer that is not of Kubernetes for an unavailable cluster', () => {
    const error = toResponseError(about, {
      status: 502,
      body: '<html>Bad gateway</html>',
    });
    expect(error.reason).toBe('ClusterUnavailable');
    expect(error.message).toContain('HTTP status 502');
    expect(error.raw).toBe('<html>Bad gateway</html>');
  });

  it('should prefer the header over the body for when to ask again', () => {
    const body = status({
      code: 429,
      reason: 'TooManyRequests',
      message: 'slow down',
      details: { retryAfterSeconds: 3 },
    });
    expect(
      toResponseError(about, { status: 429, body }).retryAfterSeconds,
    ).toBe(3);
    expect(
      toResponseError(about, { status: 429, body, retryAfterSeconds: 7 })
        .retryAfterSeconds,
    ).toBe(7);
  });

  it('should cut long answers and leave out credentials', () => {
    const error = toResponseError(about, {
      status: 500,
      body: `Bearer abc.def-ghi= k8s-aws-v1.aHR0cHM6 ${'x'.repeat(5_000)}`,
    });
    expect(error.raw).toHaveLength(2_000);
    expect(error.raw).toMatch(
      /^Bearer \[redacted\] k8s-aws-v1\.\[redacted\] x/,
    );
  });

  it('should name the kind of requests that are not about one object', () => {
    const error = toResponseError(
      {
        cluster: 'production',
        verb: 'list',
        kind: { apiVersion: 'v1', kind: 'Namespace' },
      },
      { status: 503, body: '' },
    );
    expect(error.message).toBe(
      'The cluster "production" refused to list Namespace objects: HTTP status 503',
    );
  });
});
