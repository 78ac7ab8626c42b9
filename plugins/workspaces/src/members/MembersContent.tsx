import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type {
  Member,
  MemberRole,
  Workspace,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { useState } from 'react';
import {
  Announcement,
  FailureNotice,
  GuardedButton,
  Notice,
  Section,
  StaleNotice,
} from '../components';
import { toFailure } from '../errors/toFailure';
import { useAccess } from '../hooks/useAccess';
import { useMessages } from '../hooks/useMessages';
import { TableSkeleton } from '../list/TableSkeleton';
import { AddMemberDialog } from './AddMemberDialog';
import { ChangeMemberDialog } from './ChangeMemberDialog';
import { LeavingSection } from './LeavingSection';
import { MemberRow } from './MemberRow';
import { MemberTable } from './MemberTable';
import { useMembers } from './useMembers';

const useStyles = makeStyles(theme => ({
  root: { display: 'grid', gap: theme.spacing(2), minWidth: 0 },
}));

/** Who belongs to a workspace and why; leads add, change and remove members here. */
export function MembersContent(props: {
  readonly workspace: Workspace;
  readonly onChanged: () => void;
}) {
  const { workspace, onChanged } = props;
  const classes = useStyles();
  const t = useMessages();
  const denied = useAccess(workspace)('manage-members');
  const live = useMembers(workspace.id);
  const [adding, setAdding] = useState(false);
  const [asked, setAsked] = useState<{ member: Member; role?: MemberRole }>();
  const [message, setMessage] = useState('');
  const { value: list, error, loading, refresh } = live;
  const applied = (said: string) => {
    setMessage(said);
    refresh();
    onChanged();
  };
  if (!list && error && [403, 404].includes(toFailure(error).status ?? 0)) {
    return (
      <Notice tone="muted" title={t('members.deniedTitle')}>
        {t('members.deniedHint')}
      </Notice>
    );
  }
  const add = (
    <GuardedButton
      variant="contained"
      color="primary"
      denied={denied}
      disabled={!list}
      onClick={() => setAdding(true)}
    >
      {t('members.add')}
    </GuardedButton>
  );
  const title = t('members.title', { name: workspace.displayName });
  return (
    <div className={classes.root}>
      <Announcement message={message} />
      <StaleNotice live={live} />
      <Section title={title} actions={add}>
        {loading && <TableSkeleton label={t('members.loading')} />}
        {!list && Boolean(error) && (
          <FailureNotice
            title={t('members.errorTitle')}
            error={error}
            onRetry={refresh}
          />
        )}
        {list?.items.length === 0 && (
          <>
            <Typography variant="subtitle1" component="h4">
              {t('members.emptyTitle')}
            </Typography>
            <Typography variant="body2">{t('members.empty')}</Typography>
          </>
        )}
        {list && list.items.length > 0 && (
          <MemberTable label={title}>
            {list.items.map(member => (
              <MemberRow
                key={member.subject}
                member={member}
                grantableRoles={list.grantableRoles}
                denied={denied}
                onRole={role => setAsked({ member, role })}
                onRemove={() => setAsked({ member })}
              />
            ))}
          </MemberTable>
        )}
      </Section>
      {list && list.leaving.length > 0 && (
        <LeavingSection people={list.leaving} />
      )}
      {adding && list && (
        <AddMemberDialog
          workspace={workspace}
          list={list}
          onAdded={({ title: name }, role) =>
            applied(
              t('members.announceAdded', {
                name,
                role: t(`common.role.${role}`),
              }),
            )
          }
          onConflict={refresh}
          onClose={() => setAdding(false)}
        />
      )}
      {asked && (
        <ChangeMemberDialog
          workspace={workspace}
          member={asked.member}
          role={asked.role}
          onApplied={() =>
            applied(
              asked.role
                ? t('members.announceChanged', {
                    name: asked.member.title,
                    role: t(`common.role.${asked.role}`),
                  })
                : t('members.announceRemoved', { name: asked.member.title }),
            )
          }
          onConflict={refresh}
          onClose={() => setAsked(undefined)}
        />
      )}
    </div>
  );
}
