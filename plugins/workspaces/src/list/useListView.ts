import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { type ListView, readView, writeView } from './listQuery';

/** What the list shows, kept in the address so that it can be shared and survives going back. */
export function useListView(): {
  readonly view: ListView;
  /** Changes a part of the view; a change of anything but the page goes back to the first page. */
  readonly change: (part: Partial<ListView>) => void;
} {
  const [params, setParams] = useSearchParams();
  const view = useMemo(() => readView(params), [params]);
  const change = useCallback(
    (part: Partial<ListView>) =>
      setParams(
        before => writeView({ ...readView(before), page: 0, ...part }),
        { replace: true },
      ),
    [setParams],
  );
  return { view, change };
}
