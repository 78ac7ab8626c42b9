import type { Reason } from '@team-workspaces/backstage-plugin-workspaces-common';
import type { ObjectIdentity } from './KubernetesObject';

/** What a {@link ClusterError} tells. @public */
export interface ClusterErrorOptions {
  readonly reason: Reason;
  /** The sentence for people: object, verb and limit concerned. */
  readonly message: string;
  /** HTTP status of the answer; absent when there was none. */
  readonly status?: number;
  /** `reason` of the Kubernetes Status, such as `AlreadyExists`. */
  readonly statusReason?: string;
  readonly verb?: string;
  readonly object?: ObjectIdentity;
  /** The answer as it came, cut to a readable length. */
  readonly raw?: string;
  /** Seconds after which the cluster wants to be asked again. */
  readonly retryAfterSeconds?: number;
  readonly cause?: unknown;
}

const TRANSIENT_REASONS: ReadonlySet<Reason> = new Set<Reason>([
  'ClusterUnreachable',
  'ClusterUnavailable',
  'RequestTimeout',
  'TooManyRequests',
  'ObjectConflict',
  'NamespaceTerminating',
]);

/** A request to a cluster that did not succeed. @public */
export class ClusterError extends Error {
  readonly name = 'ClusterError';
  readonly reason: Reason;
  readonly status?: number;
  readonly statusReason?: string;
  readonly verb?: string;
  readonly object?: ObjectIdentity;
  readonly raw?: string;
  readonly retryAfterSeconds?: number;

  constructor(options: ClusterErrorOptions) {
    super(options.message, { cause: options.cause });
    this.reason = options.reason;
    this.status = options.status;
    this.statusReason = options.statusReason;
    this.verb = options.verb;
    this.object = options.object;
    this.raw = options.raw;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }

  /** Whether the same request may succeed later without anybody changing anything. */
  get transient(): boolean {
    return TRANSIENT_REASONS.has(this.reason);
  }
}
