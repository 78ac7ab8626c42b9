import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { useMemo, useState } from 'react';
import {
  Announcement,
  FailureNotice,
  NoPermission,
  Notice,
  RequestButton,
  StaleNotice,
} from '../components';
import { toFailure } from '../errors/toFailure';
import { useMessages } from '../hooks/useMessages';
import { useOptions } from '../hooks/useOptions';
import { healthRouteRef } from '../routes';
import { BulkBar } from './BulkBar';
import { isSelectable } from './bulkActions';
import { ListEmpty } from './ListEmpty';
import { ListFilters } from './ListFilters';
import { toQuery } from './listQuery';
import { Pager } from './Pager';
import { ScopeTabs } from './ScopeTabs';
import { TableSkeleton } from './TableSkeleton';
import { useListView } from './useListView';
import { useLiveList } from './useLiveList';
import { useRetry } from './useRetry';
import { WorkspaceTable } from './WorkspaceTable';

const useStyles = makeStyles(theme => ({
  root: { display: 'grid', gap: theme.spacing(2), minWidth: 0 },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(2),
  },
  actions: { display: 'flex', gap: theme.spacing(1) },
  table: { minWidth: 0, overflow: 'hidden' },
}));

/** The list of team workspaces: which of mine needs me? */
export function WorkspaceListContent() {
  const classes = useStyles();
  const t = useMessages();
  const healthPath = useRouteRef(healthRouteRef);
  const { view, change } = useListView();
  const { value: options } = useOptions();
  const live = useLiveList(toQuery(view));
  const { retry, message, refused } = useRetry(live.refresh);
  const [selectedIds, setSelectedIds] = useState<ReadonlySet<string>>(
    new Set(),
  );
  const list = live.value;
  const items = useMemo(() => list?.items ?? [], [list]);
  const selected = items.filter(({ id }) => selectedIds.has(id));
  const owners = useMemo(
    () =>
      [
        ...new Set([
          ...view.owners,
          ...(options?.groups ?? []).map(({ ref }) => ref),
          ...items.flatMap(({ owner }) => owner ?? []),
        ]),
      ].sort(),
    [view.owners, options, items],
  );

  if (!list && live.error && toFailure(live.error).status === 403) {
    return <NoPermission />;
  }
  return (
    <div className={classes.root}>
      <Announcement message={message} />
      <div className={classes.bar}>
        <ScopeTabs
          scope={view.scope}
          counts={list?.counts}
          onChange={scope => change({ scope })}
        />
        <div className={classes.actions}>
          {options?.isPortalAdmin && (
            <LinkButton to={healthPath()} variant="outlined">
              {t('list.health')}
            </LinkButton>
          )}
          <RequestButton />
        </div>
      </div>
      <ListFilters
        view={view}
        onChange={change}
        owners={owners}
        withReason={Boolean(options?.isPortalAdmin)}
      />
      <StaleNotice live={live} />
      {refused && <Notice tone="error" title={refused} urgent />}
      {!list && Boolean(live.error) && (
        <FailureNotice
          title={t('list.errorTitle')}
          error={live.error}
          onRetry={live.refresh}
        />
      )}
      <Paper className={classes.table} aria-busy={live.loading || live.former}>
        {selected.length > 0 && (
          <BulkBar
            selected={selected}
            onClear={() => setSelectedIds(new Set())}
            onDone={live.refresh}
          />
        )}
        {live.loading && <TableSkeleton label={t('list.loadingRows')} />}
        {list && items.length === 0 && !live.former && (
          <ListEmpty view={view} counts={list.counts} onChange={change} />
        )}
        {items.length > 0 && (
          <WorkspaceTable
            workspaces={items}
            onRetry={workspace => void retry(workspace)}
            ordering={{
              orderBy: view.orderBy,
              order: view.order,
              onChange: change,
            }}
            selection={
              items.some(isSelectable)
                ? { ids: selectedIds, onChange: setSelectedIds }
                : undefined
            }
          />
        )}
        {list && (
          <Pager
            page={view.page}
            totalItems={list.totalItems}
            onChange={page => change({ page })}
          />
        )}
      </Paper>
    </div>
  );
}
