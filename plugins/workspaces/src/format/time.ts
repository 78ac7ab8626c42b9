import { DateTime } from 'luxon';

/** A time relative to now, such as `2 min ago` or `in 5 sec`. */
export function formatRelative(
  iso: string,
  now: number,
  language?: string,
): string {
  const time = DateTime.fromISO(iso);
  return (
    time.toRelative({
      base: DateTime.fromMillis(now),
      style: 'short',
      locale: language,
    }) ?? iso
  );
}

/** A time in full, in the time zone of the reader. */
export function formatExact(iso: string, language?: string): string {
  const time = DateTime.fromISO(iso);
  return time.isValid
    ? time
        .setLocale(language ?? time.locale ?? 'en')
        .toLocaleString(DateTime.DATETIME_FULL_WITH_SECONDS)
    : iso;
}

/** A date in full. */
export function formatDate(iso: string, language?: string): string {
  const time = DateTime.fromISO(iso);
  return time.isValid
    ? time
        .setLocale(language ?? time.locale ?? 'en')
        .toLocaleString(DateTime.DATE_MED)
    : iso;
}

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
] as const;

function formatUnit(value: number, unit: string, language?: string): string {
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  }).format(value);
}

/** How long ago something was, in its largest unit, such as `40 days`. */
export function formatAge(iso: string, now: number, language?: string): string {
  const passed = Math.max(0, now - Date.parse(iso));
  const [unit, length] =
    UNITS.find(candidate => passed >= candidate[1]) ?? UNITS[UNITS.length - 1];
  return formatUnit(Math.floor(passed / length), unit, language);
}

/** A duration in milliseconds for people, such as `1.2 sec`. */
export function formatDuration(
  milliseconds: number,
  language?: string,
): string {
  if (milliseconds < 1000) {
    return formatUnit(milliseconds, 'millisecond', language);
  }
  const [unit, length] =
    UNITS.find(candidate => milliseconds >= candidate[1]) ??
    UNITS[UNITS.length - 1];
  return formatUnit(milliseconds / length, unit, language);
}
