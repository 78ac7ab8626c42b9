import { useApi } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { Workspace } from '@team-workspaces/backstage-plugin-workspaces-common';
import { useState } from 'react';
import { workspacesApiRef } from '../api';
import { GuardedButton, Section } from '../components';
import { useAccess } from '../hooks/useAccess';
import { useMessages } from '../hooks/useMessages';
import { PlanDialog } from '../plan';
import { checkDraft, DRAFT_PERMISSIONS, toChanges } from './draft';
import { SettingsFields } from './SettingsFields';
import { useDraft } from './useDraft';

const useStyles = makeStyles(theme => ({
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    marginTop: theme.spacing(2),
  },
}));

/** What is wanted of a workspace; each change shows its plan before it is made. */
export function GeneralSection(props: {
  readonly workspace: Workspace;
  readonly onChanged: () => void;
}) {
  const { workspace, onChanged } = props;
  const classes = useStyles();
  const api = useApi(workspacesApiRef);
  const t = useMessages();
  const denied = useAccess(workspace);
  const { draft, edit, discard } = useDraft(workspace);
  const [open, setOpen] = useState(false);
  const [saved, setSaved] = useState(false);
  const changes = toChanges(draft, workspace);
  const problems = checkDraft(draft);
  const changed = Object.keys(changes).length > 0;
  const why = () => {
    if (!changed) {
      return denied('update') ?? t('settings.noChanges');
    }
    return problems[0]?.message ?? denied('plan');
  };
  return (
    <Section title={t('settings.general')}>
      <SettingsFields
        draft={draft}
        edit={part => {
          setSaved(false);
          edit(part);
        }}
        problems={problems}
        denied={field => denied(DRAFT_PERMISSIONS[field])}
      />
      <div className={classes.actions}>
        <GuardedButton
          variant="contained"
          color="primary"
          denied={why()}
          onClick={() => setOpen(true)}
        >
          {t('settings.review')}
        </GuardedButton>
        {changed && <Button onClick={discard}>{t('settings.discard')}</Button>}
        <Typography variant="body2" role="status">
          {saved && !changed ? t('settings.saved') : t('settings.reviewHint')}
        </Typography>
      </div>
      {open && (
        <PlanDialog
          title={t('plan.title.change', { name: workspace.displayName })}
          load={() =>
            api.planWorkspace(workspace.id, { kind: 'change', changes })
          }
          apply={async plan => {
            await api.updateWorkspace(workspace.id, {
              revision: plan.revision ?? workspace.revision,
              changes,
            });
            discard();
            setSaved(true);
            onChanged();
          }}
          applyLabel={plan =>
            plan.changes.length
              ? t('plan.apply', { count: plan.changes.length })
              : t('plan.save')
          }
          onClose={() => setOpen(false)}
        />
      )}
    </Section>
  );
}
