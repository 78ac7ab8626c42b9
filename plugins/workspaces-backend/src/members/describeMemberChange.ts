import type { ChangeActivity } from '../service/ChangeRecorder';
import type { MemberStep } from './memberRules';

/** A change of a member, for the activity of the workspace. */
export function describeMemberChange({
  subject,
  before,
  after,
}: MemberStep): ChangeActivity & { readonly action: string } {
  const details = { subject, before: before ?? null, after: after ?? null };
  if (!before) {
    const message = `Added ${subject} as ${after}.`;
    return { action: 'member-added', message, details };
  }
  if (!after) {
    const message = `Removed ${subject}, who was ${before}.`;
    return { action: 'member-removed', message, details };
  }
  const message = `Changed ${subject} from ${before} to ${after}.`;
  return { action: 'member-changed', message, details };
}
