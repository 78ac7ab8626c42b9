import { z } from 'zod';
import type { PolicyStatement } from '../policies/PolicyDocument';

/** Which elements a statement has: a trust policy has principals and no resources, a permissions policy the reverse. */
export type PolicyKind = 'trust' | 'permissions';

const texts = z.union([z.string(), z.array(z.string())]);
const value = z.union([z.string(), z.number(), z.boolean()]);
const principal = z.union([z.literal('*'), z.record(z.string(), texts)]);

const statementSchema = z.strictObject({
  Sid: z.string().optional(),
  Effect: z.enum(['Allow', 'Deny']),
  Principal: principal.optional(),
  NotPrincipal: principal.optional(),
  Action: texts.optional(),
  NotAction: texts.optional(),
  Resource: texts.optional(),
  NotResource: texts.optional(),
  Condition: z
    .record(z.string(), z.record(z.string(), z.union([value, z.array(value)])))
    .optional(),
});

/** A statement of a live policy, or undefined when it has anything that is not understood. */
export function readStatement(
  statement: unknown,
  kind: PolicyKind,
): PolicyStatement | undefined {
  const parsed = statementSchema.safeParse(statement);
  if (!parsed.success) {
    return undefined;
  }
  const read = parsed.data;
  const principals = [read.Principal, read.NotPrincipal].filter(Boolean).length;
  const resources = [read.Resource, read.NotResource].filter(Boolean).length;
  const actions = [read.Action, read.NotAction].filter(Boolean).length;
  const complete =
    actions === 1 &&
    (kind === 'trust'
      ? principals === 1 && resources === 0
      : principals === 0 && resources === 1);
  return complete ? read : undefined;
}
