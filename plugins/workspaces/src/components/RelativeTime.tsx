import Tooltip from '@material-ui/core/Tooltip';
import { formatAge, formatExact, formatRelative } from '../format/time';
import { useLanguage } from '../hooks/useLanguage';
import { useNow } from '../hooks/useNow';

interface RelativeTimeProps {
  readonly at: string;
  readonly form?: 'relative' | 'age';
  /** Milliseconds between two looks at the clock. */
  readonly everyMs?: number;
}

/** A time relative to now, with the exact time on hover; as an age (`40 days`) where a column says so. */
export function RelativeTime(props: RelativeTimeProps) {
  // Another time has the clock read again: as it was read before, what just happened would lie in the future.
  return <TickingTime key={props.at} {...props} />;
}

function TickingTime(props: RelativeTimeProps) {
  const { at, form = 'relative', everyMs } = props;
  const language = useLanguage();
  const now = useNow(everyMs);
  return (
    <Tooltip title={formatExact(at, language)}>
      <time dateTime={at}>
        {form === 'age'
          ? formatAge(at, now, language)
          : formatRelative(at, now, language)}
      </time>
    </Tooltip>
  );
}
