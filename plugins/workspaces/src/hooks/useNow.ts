import { useState } from 'react';
import useInterval from 'react-use/esm/useInterval';

/** The present time in milliseconds, read again at an interval. */
export function useNow(intervalMs: number = 15_000): number {
  const [now, setNow] = useState(() => Date.now());
  useInterval(() => setNow(Date.now()), intervalMs);
  return now;
}
