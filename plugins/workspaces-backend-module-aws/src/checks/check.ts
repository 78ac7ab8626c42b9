import type { IamCheck } from '@team-workspaces/backstage-plugin-workspaces-common';

/** Something that can be looked at, and what to do when it is not as it should be. */
export interface CheckDescription {
  readonly id: string;
  readonly title: string;
  readonly hint: string;
}

/** What was found. */
export interface Finding {
  /** Whether it is as it should be; undefined when that cannot be told. */
  readonly ok: boolean | undefined;
  readonly message: string;
  /** In place of the remedy that fits every case. */
  readonly hint?: string;
}

/** Looks at one thing. What goes wrong while looking becomes status `unknown`, and keeps no other from being looked at. */
export async function runCheck(
  { id, title, hint }: CheckDescription,
  look: () => Promise<Finding> | Finding,
): Promise<IamCheck> {
  try {
    const found = await look();
    if (found.ok) {
      return { id, title, status: 'ok', message: found.message };
    }
    return {
      id,
      title,
      status: found.ok === false ? 'failed' : 'unknown',
      message: found.message,
      hint: found.hint ?? hint,
    };
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    return {
      id,
      title,
      status: 'unknown',
      message: `It could not be looked at: ${text}`,
      hint,
    };
  }
}
