/**
 * Value of a condition key in a request; `null` says that the request does not have the key. A key of which nothing is
 * said may have any value.
 *
 * @public
 */
export type ContextValue = string | readonly string[] | null;

/** Who asks. @public */
export interface RequestPrincipal {
  readonly kind: 'AWS' | 'Federated' | 'Service';
  /** An ARN, or the name of a service or web identity provider. */
  readonly value: string;
}

/** A request as policies see it. @public */
export interface AccessRequest {
  /** In lower case. */
  readonly action: string;
  /** ARN; absent when a role is assumed, since trust policies name no resource. */
  readonly resource?: string;
  /** For trust policies only. */
  readonly principal?: RequestPrincipal;
  /** By condition key in lower case. */
  readonly context: ReadonlyMap<string, ContextValue>;
}

/** Makes a request, in which names are in the case that is compared. @public */
export function accessRequest(request: {
  readonly action: string;
  readonly resource?: string;
  readonly principal?: RequestPrincipal;
  readonly context?: Readonly<Record<string, ContextValue>>;
}): AccessRequest {
  const { action, resource, principal } = request;
  const context = new Map<string, ContextValue>();
  for (const key in request.context) {
    if (Object.hasOwn(request.context, key)) {
      context.set(key.toLowerCase(), request.context[key]);
    }
  }
  return { action: action.toLowerCase(), resource, principal, context };
}
