import type { FieldProblem } from '../schema/openapi';

/** Longest display name, in UTF-16 code units. @public */
export const MAX_DISPLAY_NAME_LENGTH = 128;

/** Longest description, in UTF-16 code units. @public */
export const MAX_DESCRIPTION_LENGTH = 1024;

// Cc: controls; Cf: invisible formatting such as bidirectional overrides, with which one name can pass for another.
const CONTROL_CHARACTERS = /[\p{Cc}\p{Cf}\u2028\u2029]/u;
const CONTROL_CHARACTERS_BUT_LINE_BREAKS =
  /[^\P{Cc}\n\r\t]|[\p{Cf}\u2028\u2029]/u;

/** The rules that a display name breaks; empty when it can be used. @public */
export function checkDisplayName(displayName: string): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const add = (rule: string, message: string) =>
    problems.push({ field: 'displayName', rule, message });
  if (displayName.trim().length === 0) {
    add('min-length', 'The display name needs at least 1 character.');
  } else if (displayName !== displayName.trim()) {
    add('trimmed', 'The display name may not start or end with white space.');
  }
  if (displayName.length > MAX_DISPLAY_NAME_LENGTH) {
    add(
      'max-length',
      `The display name may have at most ${MAX_DISPLAY_NAME_LENGTH} characters.`,
    );
  }
  if (CONTROL_CHARACTERS.test(displayName)) {
    add(
      'no-control-characters',
      'The display name may not have control characters.',
    );
  }
  return problems;
}

/** The rules that a description breaks; empty when it can be used. @public */
export function checkDescription(description: string): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (description.length > MAX_DESCRIPTION_LENGTH) {
    problems.push({
      field: 'description',
      rule: 'max-length',
      message: `The description may have at most ${MAX_DESCRIPTION_LENGTH} characters.`,
    });
  }
  if (CONTROL_CHARACTERS_BUT_LINE_BREAKS.test(description)) {
    problems.push({
      field: 'description',
      rule: 'no-control-characters',
      message:
        'The description may not have control characters other than line breaks.',
    });
  }
  return problems;
}
