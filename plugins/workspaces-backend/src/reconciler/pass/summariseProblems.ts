import type { Problem } from '@team-workspaces/backstage-plugin-workspaces-common';

/** One problem for the condition of a step that left objects as they are: the first, and how many more there are. */
export function summariseProblems(
  problems: readonly Problem[],
): Problem | undefined {
  const [first, ...more] = problems;
  if (!first || more.length === 0) {
    return first;
  }
  const others =
    more.length === 1 ? '1 more object is' : `${more.length} more objects are`;
  return { ...first, message: `${first.message} And ${others} left alone.` };
}
