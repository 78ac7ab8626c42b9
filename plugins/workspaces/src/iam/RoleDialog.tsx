import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles } from '@material-ui/core/styles';
import type { IamSettings } from '@team-workspaces/backstage-plugin-workspaces-common';
import { type ReactNode, useId } from 'react';
import {
  FailureNotice,
  GuardedButton,
  Identifier,
  Notice,
  TextFrame,
} from '../components';
import { useMessages } from '../hooks/useMessages';

const useStyles = makeStyles(theme => ({
  body: { display: 'grid', gap: theme.spacing(2), minWidth: 0 },
}));

/** The frame of the dialogs that change the role: what failed, and what somebody else did meanwhile. */
export function RoleDialog(props: {
  readonly title: string;
  readonly children: ReactNode;
  /** The role that the workspace got from somebody else while the dialog was open. */
  readonly meanwhile?: IamSettings;
  readonly error?: unknown;
  readonly saving: boolean;
  readonly saveLabel: string;
  /** Why it cannot be saved; undefined when it can. */
  readonly denied?: string;
  readonly dangerous?: boolean;
  readonly onSave: () => void;
  readonly onClose: () => void;
}) {
  const { title, meanwhile, error, saving, dangerous, onSave, onClose } = props;
  const classes = useStyles();
  const t = useMessages();
  const titleId = useId();
  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      onClose={saving ? undefined : onClose}
      aria-labelledby={titleId}
    >
      <DialogTitle id={titleId}>{title}</DialogTitle>
      <DialogContent dividers>
        <TextFrame>
          <div className={classes.body}>
            {props.children}
            {meanwhile && (
              <Notice tone="warning" urgent title={t('iam.dialog.conflict')}>
                {t('iam.dialog.now')} {t(`iam.mode.${meanwhile.mode}`)}{' '}
                {meanwhile.roleArn && <Identifier text={meanwhile.roleArn} />}
              </Notice>
            )}
            {Boolean(error) && (
              <FailureNotice title={t('iam.dialog.failed')} error={error} />
            )}
          </div>
        </TextFrame>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} disabled={saving}>
          {t('common.cancel')}
        </Button>
        <GuardedButton
          variant="contained"
          color="primary"
          dangerous={dangerous}
          denied={props.denied}
          disabled={saving}
          onClick={onSave}
        >
          {saving ? t('iam.dialog.saving') : props.saveLabel}
        </GuardedButton>
      </DialogActions>
    </Dialog>
  );
}
