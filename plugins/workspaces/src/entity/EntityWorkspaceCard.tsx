import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { Workspace } from '@team-workspaces/backstage-plugin-workspaces-common';
import { PhaseLabel, Section } from '../components';
import { RetryButton } from '../detail/RetryButton';
import { failedCondition } from '../format/phases';
import { firstSentence } from '../format/text';
import { useMessages } from '../hooks/useMessages';
import { workspaceRouteRef } from '../routes';
import { EntityWorkspace } from './EntityWorkspace';

const useStyles = makeStyles(theme => ({
  root: { display: 'grid', gap: theme.spacing(1.5) },
  actions: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
}));

/** How the workspace that an entity stands for is doing, and what can be done about it. */
export function EntityWorkspaceCard() {
  return (
    <EntityWorkspace>
      {(workspace, refresh) => (
        <WorkspaceCard workspace={workspace} onChanged={refresh} />
      )}
    </EntityWorkspace>
  );
}

function WorkspaceCard(props: {
  readonly workspace: Workspace;
  readonly onChanged: () => void;
}) {
  const { workspace, onChanged } = props;
  const { phase, access, memberCount, namespaces, isDefault } = workspace;
  const classes = useStyles();
  const t = useMessages();
  const path = useRouteRef(workspaceRouteRef)({ id: workspace.id });
  const failed = failedCondition(workspace);
  return (
    <Section title={t('entity.card')}>
      <div className={classes.root}>
        <PhaseLabel phase={phase} />
        {failed && (
          <Typography variant="body2">
            {firstSentence(failed.message)}
          </Typography>
        )}
        <Typography variant="body2">
          {t('entity.members', { count: memberCount })},{' '}
          {t('entity.namespaces', { count: namespaces.length })}.{' '}
          {t('detail.yourRole', { role: t(`common.role.${access.role}`) })}.
        </Typography>
        <div className={classes.actions}>
          <LinkButton variant="outlined" to={path}>
            {t('entity.open')}
          </LinkButton>
          {access.permissions.includes('read-iam') && (
            <LinkButton variant="outlined" to={`${path}/iam`}>
              {t('detail.tabs.iam')}
            </LinkButton>
          )}
          {!isDefault && phase !== 'deleting' && (
            <RetryButton workspace={workspace} onRetried={onChanged} />
          )}
        </div>
      </div>
    </Section>
  );
}
