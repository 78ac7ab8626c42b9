import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { Workspace } from '@team-workspaces/backstage-plugin-workspaces-common';
import { useState } from 'react';
import { useMessages } from '../hooks/useMessages';
import { GuardedButton } from '../components';
import { type BulkAction, BULK_PERMISSIONS } from './bulkActions';
import { BulkDialog } from './BulkDialog';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(2),
    padding: theme.spacing(1, 2),
    background: theme.palette.action.selected,
  },
}));

/** What can be done with the selected rows. */
export function BulkBar(props: {
  readonly selected: readonly Workspace[];
  readonly onClear: () => void;
  /** Called after the report was closed. */
  readonly onDone: () => void;
}) {
  const { selected, onClear, onDone } = props;
  const classes = useStyles();
  const t = useMessages();
  // Frozen when the dialog opens: rows that leave the list meanwhile stay in the report.
  const [asked, setAsked] = useState<{
    readonly action: BulkAction;
    readonly workspaces: readonly Workspace[];
  }>();
  const button = (action: BulkAction, label: string) => {
    const workspaces = selected.filter(({ access }) =>
      access.permissions.includes(BULK_PERMISSIONS[action]),
    );
    return (
      <GuardedButton
        size="small"
        variant="outlined"
        denied={
          workspaces.length === 0 ? t('list.bulk.noneAllowed') : undefined
        }
        onClick={() => setAsked({ action, workspaces })}
      >
        {label}
      </GuardedButton>
    );
  };
  return (
    <div className={classes.root}>
      <Typography role="status" variant="body2">
        {t('list.bulk.selected', { count: selected.length })}
      </Typography>
      {button('retry', t('common.retry'))}
      {button('sync', t('iam.sync.button'))}
      <Button size="small" onClick={onClear}>
        {t('list.bulk.clear')}
      </Button>
      {asked && (
        <BulkDialog
          action={asked.action}
          workspaces={asked.workspaces}
          onClose={() => {
            setAsked(undefined);
            onDone();
          }}
        />
      )}
    </div>
  );
}
