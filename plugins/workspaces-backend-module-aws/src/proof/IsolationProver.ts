import type {
  IamProof,
  IamProofSourceEnum,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { CompiledSubject, subjectKey } from './CompiledSubject';
import { hostileProbes } from './hostileProbes';
import type { IsolationSubject, WorkspaceIdentity } from './IsolationSubject';
import { lookalikesOf } from './lookalikes';
import { nearest } from './nearest';
import { neighbourProbes } from './neighbourProbes';
import { neverProbes } from './neverProbes';
import { ownProbes } from './ownProbes';
import { ProofRun } from './ProofRun';
import { ProvedPairs } from './ProvedPairs';

/** Neighbours whose requests are shown: those with the most similar ids. */
const SHOWN_NEIGHBOURS = 10;

const MAX_COMPILED = 5000;

/** What a workspace is proved against. @public */
export interface ProofOptions {
  /** All other workspaces. */
  readonly neighbours: readonly WorkspaceIdentity[];
  /** The roles of other workspaces; the workspace must be kept out of them, too. */
  readonly roles?: readonly IsolationSubject[];
  /** Names that could slip through; {@link lookalikesOf} the workspace when absent. */
  readonly lookalikes?: readonly WorkspaceIdentity[];
  /** Where the policies of the workspace come from. */
  readonly source?: IamProofSourceEnum;
}

/**
 * Proves that policies keep workspaces apart, and remembers for which pairs it did: a pair is looked at again only when
 * the policies or the neighbour's names have changed, so that one change among thousands is cheap.
 *
 * @public
 */
export class IsolationProver {
  readonly #pairs = new ProvedPairs();
  readonly #compiled = new Map<string, CompiledSubject>();

  prove(subject: IsolationSubject, options: ProofOptions): IamProof {
    const startedAt = performance.now();
    const { workspace } = subject;
    const { roles = [], lookalikes = lookalikesOf(workspace) } = options;
    const neighbours = options.neighbours.filter(
      ({ workspaceId }) => workspaceId !== workspace.workspaceId,
    );
    const key = subjectKey(subject);
    const compiled = this.#compile(key, subject);
    const run = new ProofRun();
    const shown = { show: true };
    run.evaluate(compiled, ownProbes(subject), shown);
    run.evaluate(compiled, hostileProbes(workspace), shown);
    run.evaluate(compiled, neverProbes(compiled), shown);
    const near = new Set(
      nearest(workspace.workspaceId, neighbours, SHOWN_NEIGHBOURS),
    );
    for (const neighbour of neighbours) {
      this.#provePair(run, { key, compiled, neighbour }, near.has(neighbour));
    }
    for (const lookalike of lookalikes) {
      run.evaluate(compiled, neighbourProbes(compiled, lookalike), shown);
    }
    for (const role of roles) {
      this.#proveKeptOut(run, workspace, role);
    }
    return {
      ...run.result(neighbours.length),
      ...(options.source && { source: options.source }),
      at: new Date().toISOString(),
      durationMs: Math.round(performance.now() - startedAt),
    };
  }

  #proveKeptOut(
    run: ProofRun,
    workspace: WorkspaceIdentity,
    role: IsolationSubject,
  ): void {
    const { workspaceId } = role.workspace;
    if (workspaceId !== workspace.workspaceId) {
      const key = subjectKey(role);
      const compiled = this.#compile(key, role);
      this.#provePair(
        run,
        { key, compiled, neighbour: workspace },
        false,
        `Role of ${workspaceId}`,
      );
    }
  }

  #provePair(
    run: ProofRun,
    pair: {
      readonly key: string;
      readonly compiled: CompiledSubject;
      readonly neighbour: WorkspaceIdentity;
    },
    show: boolean,
    where?: string,
  ): void {
    const { key, compiled, neighbour } = pair;
    const neighbourKey = identityKey(neighbour);
    const known = this.#pairs.requests(key, neighbourKey);
    if (known !== undefined && !show) {
      run.reuse(known);
      return;
    }
    const probes = neighbourProbes(compiled, neighbour);
    if (run.evaluate(compiled, probes, { show, where })) {
      this.#pairs.add(key, neighbourKey, probes.length);
    }
  }

  #compile(key: string, subject: IsolationSubject): CompiledSubject {
    let compiled = this.#compiled.get(key);
    if (!compiled) {
      if (this.#compiled.size >= MAX_COMPILED) {
        this.#compiled.clear();
      }
      compiled = new CompiledSubject(subject);
      this.#compiled.set(key, compiled);
    }
    return compiled;
  }
}

/**
 * Proves once that policies keep a workspace apart from all others; {@link IsolationProver} does it again and again.
 *
 * @public
 */
export function proveIsolation(
  subject: IsolationSubject & ProofOptions,
): IamProof {
  return new IsolationProver().prove(subject, subject);
}

function identityKey(workspace: WorkspaceIdentity): string {
  const { workspaceId, namespaces, oidcProvider, bucket } = workspace;
  return [workspaceId, oidcProvider, bucket, ...namespaces].join('\n');
}
