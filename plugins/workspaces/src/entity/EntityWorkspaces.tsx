import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  Announcement,
  FailureNotice,
  NoPermission,
  Notice,
  RequestButton,
  Section,
  StaleNotice,
  TextFrame,
} from '../components';
import { toFailure } from '../errors/toFailure';
import { useMessages } from '../hooks/useMessages';
import { useOptions } from '../hooks/useOptions';
import { TableSkeleton, useLiveList, useRetry, WorkspaceTable } from '../list';

/** Most workspaces that are shown of one Group; the page has all. */
const MAX_SHOWN = 200;

const useStyles = makeStyles(theme => ({
  empty: {
    display: 'grid',
    gap: theme.spacing(1),
    justifyItems: 'center',
    textAlign: 'center',
    padding: theme.spacing(4),
  },
}));

/** The team workspaces that a Group owns. */
export function EntityWorkspaces() {
  const classes = useStyles();
  const t = useMessages();
  const { entity } = useEntity();
  const ref = stringifyEntityRef(entity);
  const group =
    entity.metadata.title ??
    displayName(entity.spec?.profile) ??
    entity.metadata.name;
  const { value: options } = useOptions();
  const live = useLiveList({
    scope: 'all',
    owner: [ref],
    orderBy: 'name',
    limit: MAX_SHOWN,
  });
  const { retry, message, refused } = useRetry(live.refresh);
  const { value: list, error } = live;
  // Elsewhere a request would be refused: the button is for those who may use it.
  const mayRequest = options?.groups.some(
    candidate => candidate.ref === ref && candidate.allowed,
  );
  const request = mayRequest && (
    <RequestButton owner={ref} label={t('entity.requestFor', { group })} />
  );
  if (!list && error && toFailure(error).status === 403) {
    return <NoPermission />;
  }
  return (
    <TextFrame>
      <Section
        title={t('entity.title', { group })}
        actions={list && list.items.length > 0 ? request : undefined}
      >
        <Announcement message={message} />
        <StaleNotice live={live} />
        {refused && <Notice tone="error" title={refused} urgent />}
        {live.loading && <TableSkeleton label={t('list.loadingRows')} />}
        {!list && Boolean(error) && (
          <FailureNotice
            title={t('list.errorTitle')}
            error={error}
            onRetry={live.refresh}
          />
        )}
        {list && list.items.length === 0 && (
          <div className={classes.empty}>
            <Typography variant="h6" component="h4">
              {t('entity.empty', { group })}
            </Typography>
            <Typography>{t('common.whatItIs')}</Typography>
            {request}
          </div>
        )}
        {list && list.items.length > 0 && (
          <WorkspaceTable
            workspaces={list.items}
            showOwner={false}
            onRetry={workspace => void retry(workspace)}
          />
        )}
      </Section>
    </TextFrame>
  );
}

function displayName(profile: unknown): string | undefined {
  const name =
    typeof profile === 'object' && profile !== null && 'displayName' in profile
      ? profile.displayName
      : undefined;
  return typeof name === 'string' ? name : undefined;
}
