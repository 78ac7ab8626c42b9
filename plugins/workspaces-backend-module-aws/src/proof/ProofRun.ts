import type {
  IamProof,
  IamProofCase,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import type { CompiledSubject } from './CompiledSubject';
import { describeRequest, type Probe } from './Probe';

/** More than these help nobody; the message has the whole number. */
const MAX_COUNTEREXAMPLES = 100;

/** Collects what one proof evaluates. */
export class ProofRun {
  readonly #cases: IamProofCase[] = [];
  /** What is let through and must not be. */
  readonly #breaches: IamProofCase[] = [];
  /** What is kept from the workspace itself. */
  readonly #losses: IamProofCase[] = [];
  #evaluated = 0;
  #refuted = 0;
  #undecided = 0;

  /** Counts requests that were evaluated in an earlier proof. */
  reuse(requests: number): void {
    this.#evaluated += requests;
  }

  /**
   * Evaluates requests. What is denied or allowed as expected is kept where it is to be shown; everything else is a
   * counterexample, also a foreign request of which nobody can say that it is denied. Returns whether all were as
   * expected.
   */
  evaluate(
    subject: CompiledSubject,
    probes: readonly Probe[],
    options: {
      readonly show: boolean;
      /** Put before the titles of counterexamples. */
      readonly where?: string;
    },
  ): boolean {
    let asExpected = true;
    for (const probe of probes) {
      const { decision, statement } = subject.decide(probe);
      this.#evaluated += 1;
      const decided = decision === 'unknown' ? opposite(probe) : decision;
      const refutes = decided !== probe.expected;
      if (refutes || options.show) {
        const found: IamProofCase = {
          title: options.where
            ? `${options.where}: ${probe.title}`
            : probe.title,
          policy: probe.policy,
          ...(probe.workspaceId !== undefined && {
            workspaceId: probe.workspaceId,
          }),
          request: describeRequest(probe),
          expected: probe.expected,
          decided,
          ...(statement && { statement: statement.name }),
        };
        if (options.show) {
          this.#cases.push(found);
        }
        if (refutes) {
          asExpected = false;
          this.#refute(found, decision === 'unknown');
        }
      }
    }
    return asExpected;
  }

  /** The proof, in which the requests of an unproved pair stand as counterexamples. */
  result(workspaces: number): IamProof {
    const undecided = this.#refuted > 0 && this.#undecided === this.#refuted;
    const status = this.#refuted === 0 ? 'proved' : 'refuted';
    return {
      status: undecided ? 'not-verified' : status,
      workspaces,
      evaluated: this.#evaluated,
      cases: this.#cases,
      counterexamples: this.#counterexamples(),
      message: this.#message(workspaces, undecided),
    };
  }

  #refute(found: IamProofCase, unknown: boolean): void {
    this.#refuted += 1;
    // What the workspace itself may do is no question of isolation, so that a doubt about it refutes nothing.
    if (unknown && found.expected === 'allow') {
      this.#undecided += 1;
    }
    const list = found.expected === 'deny' ? this.#breaches : this.#losses;
    if (list.length < MAX_COUNTEREXAMPLES) {
      list.push(
        unknown
          ? { ...found, title: `${found.title} (cannot be ruled out)` }
          : found,
      );
    }
  }

  /** The dangerous ones first. */
  #counterexamples(): IamProofCase[] {
    return [...this.#breaches, ...this.#losses].slice(0, MAX_COUNTEREXAMPLES);
  }

  #message(workspaces: number, undecided: boolean): string {
    const against =
      workspaces === 1 ? '1 other workspace' : `${workspaces} other workspaces`;
    const [first] = this.#counterexamples();
    if (!first) {
      return `${
        this.#evaluated
      } requests were evaluated against ${against} and look-alikes: the workspace gets its own, and nobody gets what is not theirs.`;
    }
    const count =
      this.#refuted === 1 ? '1 request is' : `${this.#refuted} requests are`;
    if (undecided) {
      return `${count} the workspace's own and depend on conditions that cannot be evaluated here. The first: ${first.title}.`;
    }
    return first.expected === 'deny'
      ? `${count} decided otherwise than isolation demands. Not denied: ${first.title}.`
      : `${count} decided otherwise than isolation demands. Not allowed: ${first.title}.`;
  }
}

function opposite({ expected }: Probe): IamProofCase['decided'] {
  return expected === 'deny' ? 'allow' : 'deny';
}
