import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { Workspace } from '@team-workspaces/backstage-plugin-workspaces-common';
import type { ReactNode } from 'react';
import { Section } from '../components';
import { useMessages } from '../hooks/useMessages';
import { AdoptButton } from '../plan';
import { DeleteButton } from './DeleteButton';
import { TransferButton } from './TransferButton';

const useStyles = makeStyles(theme => ({
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: theme.spacing(2),
    padding: theme.spacing(1.5, 0),
    borderTop: `1px solid ${theme.palette.divider}`,
  },
  text: { flex: '1 1 320px' },
}));

/** What cannot be undone easily: adopting, transferring and deleting. */
export function DangerSection(props: {
  readonly workspace: Workspace;
  readonly onChanged: () => void;
}) {
  const { workspace, onChanged } = props;
  const classes = useStyles();
  const t = useMessages();
  const item = (title: string, explain: string, action: ReactNode) => (
    <div className={classes.item}>
      <div className={classes.text}>
        <Typography variant="subtitle2" component="h4">
          {title}
        </Typography>
        <Typography variant="body2">{explain}</Typography>
      </div>
      {action}
    </div>
  );
  return (
    <Section title={t('settings.danger')}>
      {item(
        t('settings.adoptTitle'),
        t('settings.adoptExplain'),
        <AdoptButton
          workspace={workspace}
          label={t('settings.adopt')}
          onApplied={onChanged}
        />,
      )}
      {item(
        t('settings.transferTitle'),
        t('settings.transferExplain'),
        <TransferButton workspace={workspace} onTransferred={onChanged} />,
      )}
      {item(
        t('settings.deleteTitle'),
        t('settings.deleteExplain'),
        <DeleteButton workspace={workspace} onDeleted={onChanged} />,
      )}
    </Section>
  );
}
