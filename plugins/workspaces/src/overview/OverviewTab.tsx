import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import type { Workspace } from '@team-workspaces/backstage-plugin-workspaces-common';
import { useState } from 'react';
import { Section } from '../components';
import { useMessages } from '../hooks/useMessages';
import { DriftSection } from './DriftSection';
import { NamespacesSection } from './NamespacesSection';
import { RecentActivity } from './RecentActivity';
import { StatusNotice } from './StatusNotice';
import { StepTimeline } from './StepTimeline';

const useStyles = makeStyles(theme => ({
  root: { display: 'grid', gap: theme.spacing(2), minWidth: 0 },
}));

/** Is the workspace fine, what is it made of, and what happened to it last. */
export function OverviewTab(props: {
  readonly workspace: Workspace;
  readonly onChanged: () => void;
}) {
  const { workspace, onChanged } = props;
  const classes = useStyles();
  const t = useMessages();
  const settled = workspace.phase === 'active';
  const [asked, setAsked] = useState(false);
  const shown = !settled || asked;
  return (
    <div className={classes.root}>
      <StatusNotice workspace={workspace} />
      <DriftSection workspace={workspace} onChanged={onChanged} />
      {workspace.conditions.length > 0 && (
        <Section
          title={t('detail.steps.title')}
          actions={
            settled && (
              <Button
                size="small"
                aria-expanded={shown}
                onClick={() => setAsked(value => !value)}
              >
                {shown ? t('detail.steps.hide') : t('detail.steps.show')}
              </Button>
            )
          }
        >
          {shown && (
            <StepTimeline workspace={workspace} onChanged={onChanged} />
          )}
        </Section>
      )}
      <NamespacesSection workspace={workspace} />
      <RecentActivity workspace={workspace} />
    </div>
  );
}
