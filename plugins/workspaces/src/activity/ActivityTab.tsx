import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import type { Workspace } from '@team-workspaces/backstage-plugin-workspaces-common';
import { useState } from 'react';
import {
  FailureNotice,
  Section,
  StaleNotice,
  VisuallyHidden,
} from '../components';
import { useMessages } from '../hooks/useMessages';
import { TableSkeleton } from '../list/TableSkeleton';
import {
  type ActivityFilter,
  ActivityFilters,
  filterEntries,
} from './ActivityFilters';
import { ActivityRow } from './ActivityRow';
import { DownloadButton } from './DownloadButton';
import { useActivityPages } from './useActivityPages';

const ALL: ActivityFilter = { actor: '', action: '' };

const useStyles = makeStyles(theme => ({
  cell: { padding: theme.spacing(1) },
  after: { marginTop: theme.spacing(2) },
}));

/** Who did what to a workspace, when, and what came of it. */
export function ActivityTab(props: { readonly workspace: Workspace }) {
  const { id } = props.workspace;
  const classes = useStyles();
  const t = useMessages();
  const { entries, newest, loadOlder, loadingOlder, olderError } =
    useActivityPages(id);
  const [filter, setFilter] = useState(ALL);
  if (!entries) {
    return newest.loading ? (
      <TableSkeleton label={t('activity.loading')} />
    ) : (
      <FailureNotice
        title={t('activity.errorTitle')}
        error={newest.error}
        onRetry={newest.refresh}
      />
    );
  }
  const shown = filterEntries(entries, filter);
  const filtered = filter !== ALL && Boolean(filter.actor || filter.action);
  return (
    <Section
      title={t('activity.title')}
      actions={<DownloadButton workspaceId={id} />}
    >
      <StaleNotice live={newest} />
      <ActivityFilters entries={entries} value={filter} onChange={setFilter} />
      {shown.length > 0 ? (
        <Table size="small" aria-label={t('activity.title')}>
          <TableHead>
            <TableRow>
              {(['when', 'who', 'what', 'result'] as const).map(column => (
                <TableCell key={column} className={classes.cell}>
                  {t(`activity.${column}`)}
                </TableCell>
              ))}
              <TableCell className={classes.cell}>
                <VisuallyHidden>{t('activity.report')}</VisuallyHidden>
              </TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {shown.map(entry => (
              <ActivityRow key={entry.id} entry={entry} />
            ))}
          </TableBody>
        </Table>
      ) : (
        <Typography className={classes.after}>
          {t(filtered ? 'activity.emptyFiltered' : 'activity.empty')}
        </Typography>
      )}
      {loadOlder && (
        <div className={classes.after}>
          {filtered && (
            <Typography variant="body2">
              {t('activity.partial', { number: String(entries.length) })}
            </Typography>
          )}
          <Button
            size="small"
            variant="outlined"
            disabled={loadingOlder}
            onClick={loadOlder}
          >
            {t('activity.older')}
          </Button>
        </div>
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
