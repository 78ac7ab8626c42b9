import Button from '@material-ui/core/Button';
import Collapse from '@material-ui/core/Collapse';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { IamDrift } from '@team-workspaces/backstage-plugin-workspaces-common';
import { useState } from 'react';
import { JsonBlock, ToneIcon } from '../components';
import { useMessages } from '../hooks/useMessages';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    gap: theme.spacing(1),
    padding: theme.spacing(1, 0),
  },
  body: { flex: 1, minWidth: 0, overflowWrap: 'anywhere' },
  both: {
    display: 'grid',
    gap: theme.spacing(1),
    gridTemplateColumns: 'repeat(auto-fit, minmax(280px, 1fr))',
  },
}));

/** One thing at the role in AWS that is not as it is rendered. */
export function DriftItem(props: { readonly drift: IamDrift }) {
  const { kind, name, message, before, after } = props.drift;
  const classes = useStyles();
  const t = useMessages();
  const [open, setOpen] = useState(false);
  const present = (value: unknown) => value !== undefined && value !== null;
  const side = (title: string, value: unknown) => (
    <div>
      <Typography variant="subtitle2" component="h5">
        {title}
      </Typography>
      {present(value) ? (
        <JsonBlock
          what={`${title}: ${name}`}
          parts={[{ text: JSON.stringify(value, null, 2) }]}
        />
      ) : (
        <Typography variant="body2">{t('iam.drift.absent')}</Typography>
      )}
    </div>
  );
  return (
    <li className={classes.root}>
      <ToneIcon tone="warning" />
      <div className={classes.body}>
        <div>
          <strong>{t(`iam.drift.kind.${kind}`)}</strong>: {name}
        </div>
        <div>{message}</div>
        {(present(before) || present(after)) && (
          <>
            <Button
              size="small"
              aria-expanded={open}
              onClick={() => setOpen(value => !value)}
            >
              {t(open ? 'iam.drift.hide' : 'iam.drift.show', { name })}
            </Button>
            <Collapse in={open} unmountOnExit>
              <div className={classes.both}>
                {side(t('iam.drift.is'), before)}
                {side(t('iam.drift.should'), after)}
              </div>
            </Collapse>
          </>
        )}
      </div>
    </li>
  );
}
