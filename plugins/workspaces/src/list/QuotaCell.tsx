import { useApi } from '@backstage/frontend-plugin-api';
import Tooltip from '@material-ui/core/Tooltip';
import type {
  ResourceUsage,
  Usage,
  Workspace,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { useEffect, useRef, useState } from 'react';
import useAsync from 'react-use/esm/useAsync';
import { workspacesApiRef } from '../api';
import { QuotaBar } from '../components';
import { formatQuantity } from '../format/quantities';
import { resourceName } from '../format/resources';
import { useLanguage } from '../hooks/useLanguage';
import { useMessages } from '../hooks/useMessages';
import { readRowUsage } from './usageQueue';

/** The quota that is nearest to its limit; undefined when there is none. */
export function fullest(
  usage: Usage,
): (ResourceUsage & { readonly namespace: string }) | undefined {
  return usage.namespaces
    .flatMap(({ namespace, resources }) =>
      resources.map(resource => ({ ...resource, namespace })),
    )
    .sort((a, b) => b.ratio - a.ratio)[0];
}

/** Turns true once the element has come into view, or where that cannot be observed. */
function useSeen() {
  const ref = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState(typeof IntersectionObserver === 'undefined');
  useEffect(() => {
    if (seen || !ref.current) {
      return undefined;
    }
    const observer = new IntersectionObserver(entries =>
      setSeen(entries.some(entry => entry.isIntersecting)),
    );
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, [seen]);
  return { ref, seen };
}

/** The fullest quota of a workspace, asked for only once the row is in view. A dash where nothing is known. */
export function QuotaCell(props: { readonly workspace: Workspace }) {
  const { id, phase } = props.workspace;
  const api = useApi(workspacesApiRef);
  const t = useMessages();
  const language = useLanguage();
  const { ref, seen } = useSeen();
  const asked = seen && (phase === 'active' || phase === 'degraded');
  const { value: usage } = useAsync(
    async () => (asked ? readRowUsage(api, id) : undefined),
    [api, id, asked],
  );
  const top = usage && fullest(usage);
  if (!top) {
    return <div ref={ref}>–</div>;
  }
  const text = t('list.quotaFullest', {
    resource: resourceName(top.resource, t),
    namespace: top.namespace,
    used: formatQuantity(top.resource, top.used, language),
    hard: formatQuantity(top.resource, top.hard, language),
  });
  return (
    <Tooltip title={text}>
      <div ref={ref}>
        <QuotaBar
          ratio={top.ratio}
          label={t('list.columns.quota')}
          valueText={text}
        />
      </div>
    </Tooltip>
  );
}
