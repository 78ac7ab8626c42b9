import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { Workspace } from '@team-workspaces/backstage-plugin-workspaces-common';
import { useState } from 'react';
import { FailureNotice, Section, StaleNotice } from '../components';
import { useMessages } from '../hooks/useMessages';
import { TableSkeleton } from '../list/TableSkeleton';
import { ActivityFilterBar } from './ActivityFilterBar';
import { ActivityTable } from './ActivityTable';
import { DownloadButton } from './DownloadButton';
import type { ActivityFilter } from './useActivity';
import { useActivityFilters } from './useActivityFilters';
import { useActivityPages } from './useActivityPages';

const useStyles = makeStyles(theme => ({
  after: { marginTop: theme.spacing(2) },
}));

/** Who did what to a workspace, when, and what came of it. */
export function ActivityTab(props: { readonly workspace: Workspace }) {
  const { id } = props.workspace;
  const classes = useStyles();
  const t = useMessages();
  const [filter, setFilter] = useState<ActivityFilter>({});
  const { entries, newest, loadOlder, loadingOlder, olderError } =
    useActivityPages(id, filter);
  const options = useActivityFilters(id, entries ?? [], filter);
  const filtered = Object.values(filter).some(value => value !== undefined);
  return (
    <Section
      title={t('activity.title')}
      actions={<DownloadButton workspaceId={id} />}
    >
      <StaleNotice live={newest} />
      <ActivityFilterBar
        options={options}
        value={filter}
        onChange={setFilter}
      />
      {newest.loading && <TableSkeleton label={t('activity.loading')} />}
      {!entries && Boolean(newest.error) && (
        <FailureNotice
          title={t('activity.errorTitle')}
          error={newest.error}
          onRetry={newest.refresh}
        />
      )}
      {entries && entries.length > 0 && (
        <ActivityTable entries={entries} busy={newest.former} />
      )}
      {entries?.length === 0 && (
        <Typography className={classes.after} role="status">
          {t(filtered ? 'activity.emptyFiltered' : 'activity.empty')}
        </Typography>
      )}
      {loadOlder && (
        <Button
          className={classes.after}
          size="small"
          variant="outlined"
          disabled={loadingOlder}
          onClick={loadOlder}
        >
          {t('activity.older')}
        </Button>
      )}
      {Boolean(olderError) && (
        <FailureNotice
          title={t('activity.errorTitle')}
          error={olderError}
          onRetry={loadOlder}
        />
      )}
    </Section>
  );
}
