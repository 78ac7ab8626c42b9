/** A value of a condition key, or of an element that takes one or several. @public */
export type OneOrMany<T = string> = T | readonly T[];

/** The condition block of a statement: operator → condition key → values. @public */
export type PolicyConditions = Readonly<
  Record<string, Readonly<Record<string, OneOrMany<string | number | boolean>>>>
>;

/** A principal: anybody, or kinds (`AWS`, `Federated`, `Service`, …) with their values. @public */
export type PolicyPrincipal = '*' | Readonly<Record<string, OneOrMany>>;

/** A statement as AWS stores it. @public */
export interface PolicyStatement {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal?: PolicyPrincipal;
  readonly NotPrincipal?: PolicyPrincipal;
  readonly Action?: OneOrMany;
  readonly NotAction?: OneOrMany;
  readonly Resource?: OneOrMany;
  readonly NotResource?: OneOrMany;
  readonly Condition?: PolicyConditions;
}

/** An IAM policy document. Live ones may hold a single statement without an array. @public */
export interface PolicyDocument {
  readonly Version?: string;
  readonly Id?: string;
  readonly Statement: OneOrMany<PolicyStatement>;
}
