import Button from '@material-ui/core/Button';
import Collapse from '@material-ui/core/Collapse';
import { makeStyles } from '@material-ui/core/styles';
import type { Change } from '@team-workspaces/backstage-plugin-workspaces-common';
import { useState } from 'react';
import { objectPath } from '../format/objects';
import { useMessages } from '../hooks/useMessages';
import { ChangeAction } from './ChangeAction';
import { FieldChange } from './FieldChange';

/** Fields shown without being asked for; a new object has all of its own. */
const OPEN_FIELDS = 12;

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    gap: theme.spacing(1),
    padding: theme.spacing(0.5, 0),
  },
  body: { minWidth: 0, flex: 1 },
  object: { overflowWrap: 'anywhere' },
  name: { fontFamily: 'monospace' },
  toggle: { padding: theme.spacing(0, 0.5), lineHeight: 'inherit' },
}));

/** One write of a plan: what happens to which object, field by field. */
export function ChangeItem(props: { readonly change: Change }) {
  const { action, object, fields } = props.change;
  const classes = useStyles();
  const t = useMessages();
  const folds = action === 'create' || fields.length > OPEN_FIELDS;
  const [open, setOpen] = useState(!folds);
  return (
    <li className={classes.root}>
      <ChangeAction action={action} />
      <div className={classes.body}>
        <div className={classes.object}>
          {object.kind}{' '}
          <span className={classes.name}>{objectPath(object)}</span>
          {folds && fields.length > 0 && (
            <Button
              size="small"
              className={classes.toggle}
              aria-expanded={open}
              onClick={() => setOpen(value => !value)}
            >
              {t('plan.fields', { count: fields.length })}
            </Button>
          )}
        </div>
        <Collapse in={open} unmountOnExit>
          {fields.map(field => (
            <FieldChange key={field.path} field={field} />
          ))}
        </Collapse>
      </div>
    </li>
  );
}
