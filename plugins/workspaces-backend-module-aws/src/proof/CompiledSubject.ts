import { createHash } from 'node:crypto';
import {
  compilePolicy,
  evaluate,
  type CompiledPolicy,
  type CompiledStatement,
  type Decision,
} from '../evaluator';
import type { Glob } from '../evaluator/glob';
import type { RolePolicyInput } from '../policies/RolePolicyInput';
import type { IsolationSubject } from './IsolationSubject';
import type { Probe } from './Probe';

/** Text that two subjects share only when every decision about them is the same. */
export function subjectKey({
  workspace,
  trust,
  permissions,
}: IsolationSubject): string {
  return createHash('sha256')
    .update(JSON.stringify([workspace, trust, permissions]))
    .digest('base64');
}

/** A workspace whose policies are ready to be asked. */
export class CompiledSubject {
  readonly workspace: RolePolicyInput;
  readonly #trust: readonly CompiledPolicy[];
  readonly #permissions: readonly CompiledPolicy[];
  readonly #allows: Readonly<
    Record<Probe['policy'], readonly CompiledStatement[]>
  >;
  readonly #subjects = new Map<string, readonly Glob[]>();

  constructor({ workspace, trust, permissions }: IsolationSubject) {
    this.workspace = workspace;
    this.#trust = [compilePolicy(trust, 'trust')];
    this.#permissions = permissions.map(document =>
      compilePolicy(document, 'permissions'),
    );
    this.#allows = {
      trust: allowing(this.#trust),
      permissions: allowing(this.#permissions),
    };
  }

  decide({ policy, request }: Probe): Decision {
    return evaluate(
      policy === 'trust' ? this.#trust : this.#permissions,
      request,
    );
  }

  /** The statements that allow something. */
  allows(policy: Probe['policy']): readonly CompiledStatement[] {
    return this.#allows[policy];
  }

  /** What allowing statements say of the subjects of an issuer. */
  subjectGlobs(issuer: string): readonly Glob[] {
    let globs = this.#subjects.get(issuer);
    if (!globs) {
      const key = `${issuer}:sub`.toLowerCase();
      globs = this.allows('trust').flatMap(statement =>
        statement.conditionGlobs(key),
      );
      this.#subjects.set(issuer, globs);
    }
    return globs;
  }
}

function allowing(policies: readonly CompiledPolicy[]): CompiledStatement[] {
  return policies.flatMap(({ statements }) =>
    statements.filter(({ effect }) => effect === 'Allow'),
  );
}
