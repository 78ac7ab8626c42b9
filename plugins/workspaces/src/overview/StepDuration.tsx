import type { Condition } from '@team-workspaces/backstage-plugin-workspaces-common';
import { stepState } from '../format/phases';
import { formatDuration } from '../format/time';
import { useLanguage } from '../hooks/useLanguage';
import { useNow } from '../hooks/useNow';

/** How long a step took, or has been taking so far. */
export function StepDuration(props: { readonly condition: Condition }) {
  const { condition } = props;
  const { startedAt, durationMs } = condition;
  const language = useLanguage();
  const now = useNow(1_000);
  if (stepState(condition) === 'working' && startedAt) {
    const passed = Math.max(0, now - Date.parse(startedAt));
    return <>{formatDuration(Math.floor(passed / 1000) * 1000, language)}</>;
  }
  return durationMs === undefined ? null : (
    <>{formatDuration(durationMs, language)}</>
  );
}
