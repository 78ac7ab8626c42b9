/** An input that no policy is rendered from. Its message names field and rule, and does not repeat the value. @public */
export class InvalidPolicyInput extends Error {
  /** Path of the field, such as `namespaces[1]`. */
  readonly field: string;
  /** Stable name of the rule, such as `pattern`. */
  readonly rule: string;

  constructor(problem: {
    readonly field: string;
    readonly rule: string;
    readonly message: string;
  }) {
    super(
      `${problem.field} breaks the rule "${problem.rule}": ${problem.message}`,
    );
    this.name = 'InvalidPolicyInput';
    this.field = problem.field;
    this.rule = problem.rule;
  }
}
