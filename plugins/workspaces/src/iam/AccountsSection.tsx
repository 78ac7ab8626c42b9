import type {
  ServiceAccount,
  ServiceAccountList,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import {
  FailureNotice,
  ProblemNotice,
  Section,
  StaleNotice,
} from '../components';
import type { Live } from '../hooks/useLive';
import { useMessages } from '../hooks/useMessages';
import { TableSkeleton } from '../list/TableSkeleton';
import { AccountTable } from './AccountTable';

/** Rows from which on a search is offered. */
const SEARCH_FROM = 8;

function matches(account: ServiceAccount, text: string): boolean {
  const { name, namespace, ref = '' } = account;
  return [name, namespace, ref].some(value =>
    value.toLocaleLowerCase('en-US').includes(text),
  );
}

/** The ServiceAccounts of people: whose they are, whether they are as they should be, and which role they carry. */
export function AccountsSection(props: {
  readonly live: Live<ServiceAccountList>;
}) {
  const { live } = props;
  const t = useMessages();
  const [search, setSearch] = useState('');
  const { value: list, error, loading, refresh } = live;
  const items = list?.items ?? [];
  const text = search.trim().toLocaleLowerCase('en-US');
  const shown = items.filter(account => matches(account, text));
  return (
    <Section title={t('iam.accounts.title')}>
      <StaleNotice live={live} />
      {loading && <TableSkeleton label={t('iam.accounts.loading')} />}
      {!list && Boolean(error) && (
        <FailureNotice
          title={t('iam.accounts.errorTitle')}
          error={error}
          onRetry={refresh}
        />
      )}
      {list?.problem && <ProblemNotice problem={list.problem} tone="warning" />}
      {list && items.length === 0 && (
        <Typography variant="body2">{t('iam.accounts.empty')}</Typography>
      )}
      {items.length > 0 && (
        <Typography variant="body2">
          {t('iam.accounts.figures', {
            count: items.length,
            ready: String(
              items.filter(({ state }) => state === 'ready').length,
            ),
          })}
        </Typography>
      )}
      {items.length >= SEARCH_FROM && (
        <TextField
          variant="outlined"
          size="small"
          margin="dense"
          id="workspace-accounts-search"
          label={t('iam.accounts.filter')}
          value={search}
          style={{ width: 320, maxWidth: '100%' }}
          onChange={event => setSearch(event.target.value)}
        />
      )}
      {items.length > 0 && shown.length === 0 && (
        <Typography variant="body2">{t('iam.accounts.noMatch')}</Typography>
      )}
      {shown.length > 0 && <AccountTable accounts={shown} />}
    </Section>
  );
}
