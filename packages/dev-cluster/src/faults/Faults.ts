import {
  ruleMatches,
  type FaultEffect,
  type FaultRule,
  type FaultSubject,
} from './FaultRule';

interface ActiveRule {
  readonly rule: FaultRule;
  seen: number;
}

/**
 * The faults that are switched on.
 *
 * @public
 */
export class Faults {
  #rules: ActiveRule[] = [];

  /** Adds a rule after the others; returns how to take it out again. */
  add(rule: FaultRule): () => void {
    const active = { rule, seen: 0 };
    this.#rules.push(active);
    return () => {
      this.#rules = this.#rules.filter(other => other !== active);
    };
  }

  /** Takes out all rules. */
  clear(): void {
    this.#rules = [];
  }

  /** The rules with how many requests each of them matched so far. */
  list(): { rule: FaultRule; seen: number }[] {
    return this.#rules.map(({ rule, seen }) => ({ rule, seen }));
  }

  /**
   * The effect of the first rule that is due among those with an effect of these types. Every
   * matching rule counts the request, whether or not it is the one that takes effect.
   *
   * @internal
   */
  take<T extends FaultEffect['type']>(
    subject: FaultSubject | undefined,
    types: readonly T[],
  ): Extract<FaultEffect, { type: T }> | undefined {
    let taken: FaultEffect | undefined;
    for (const active of this.#rules) {
      const { rule } = active;
      const { skip = 0, times = Infinity, effect } = rule;
      const wanted = types.some(type => type === effect.type);
      if (!wanted || !ruleMatches(rule, subject)) continue;
      active.seen += 1;
      if (active.seen > skip && active.seen <= skip + times) taken ??= effect;
    }
    return taken as Extract<FaultEffect, { type: T }> | undefined;
  }
}
