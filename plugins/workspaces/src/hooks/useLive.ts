import { useCallback, useEffect, useRef, useState } from 'react';
import { PollingLoop } from './PollingLoop';
import { useWorkspacesSignal } from './useWorkspacesSignal';

/** How a live value is read. */
export interface LiveOptions<T> {
  /** Names what is read; another key starts again. */
  readonly key: string;
  readonly load: () => Promise<T>;
  /** Milliseconds until the next look, while no signals arrive. */
  readonly interval: (value: T | undefined) => number;
  /** Only signals about this workspace count. */
  readonly workspaceId?: string;
  /** Keeps showing the value of the former key until the new one arrives. */
  readonly keepFormer?: boolean;
  /** Combines what is shown with what arrived for the same key. */
  readonly merge?: (shown: T, fresh: T) => T;
}

/** A value that is kept up to date. */
export interface Live<T> {
  /** The last value that was read. */
  readonly value?: T;
  /** Why the last look failed; the value before it stays. */
  readonly error?: unknown;
  /** When the value was read, as an ISO time. */
  readonly readAt?: string;
  /** Whether there is neither value nor error yet. */
  readonly loading: boolean;
  /** Whether the value belongs to a former key. */
  readonly former: boolean;
  readonly refresh: () => void;
}

/** Milliseconds between looks once signals arrive: a safety net for lost ones. */
export const SIGNALLED_INTERVAL_MS = 15_000;

interface State<T> {
  readonly key: string;
  readonly value?: T;
  readonly error?: unknown;
  readonly readAt?: string;
}

/** Reads a value and keeps it up to date, by signals where they arrive and by polling where they do not. */
export function useLive<T>(options: LiveOptions<T>): Live<T> {
  const { key } = options;
  const [state, setState] = useState<State<T>>({ key });
  const latest = useRef(options);
  latest.current = options;
  const shown = useRef<State<T>>(state);
  const loop = useRef<PollingLoop>();
  const refresh = useCallback(() => void loop.current?.runNow(), []);
  const signalled = useWorkspacesSignal(options.workspaceId, refresh);

  useEffect(() => {
    let current = true;
    const show = (next: State<T>) => {
      if (current) {
        shown.current = next;
        setState(next);
      }
    };
    const run = async () => {
      const { load, merge } = latest.current;
      try {
        const fresh = await load();
        const before = shown.current;
        const value =
          merge && before.key === key && before.value !== undefined
            ? merge(before.value, fresh)
            : fresh;
        show({ key, value, readAt: new Date().toISOString() });
      } catch (error) {
        const { value, readAt, key: valueKey } = shown.current;
        show(valueKey === key ? { key, value, readAt, error } : { key, error });
      }
    };
    const polling = new PollingLoop({
      run,
      interval: () =>
        signalled.current
          ? SIGNALLED_INTERVAL_MS
          : latest.current.interval(shown.current.value),
    });
    loop.current = polling;
    polling.start();
    return () => {
      current = false;
      polling.stop();
    };
  }, [key, signalled]);

  const former = state.key !== key;
  const usable = !former || options.keepFormer ? state : { key };
  return {
    value: usable.value,
    error: former ? undefined : usable.error,
    readAt: usable.readAt,
    loading: usable.value === undefined && (former || !usable.error),
    former,
    refresh,
  };
}
