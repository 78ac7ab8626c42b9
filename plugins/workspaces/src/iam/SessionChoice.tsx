import MenuItem from '@material-ui/core/MenuItem';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import type {
  CheckIamRequest,
  Workspace,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { useId } from 'react';
import { useMessages } from '../hooks/useMessages';
import type { SessionPerson } from './sessionPeople';

const useStyles = makeStyles({ field: { minWidth: 160, maxWidth: 320 } });

/** Chooses whose session is asked about, and in which namespace it runs: the reader's own in the first, at first. */
export function SessionChoice(props: {
  readonly workspace: Pick<Workspace, 'namespaces'>;
  readonly people: readonly SessionPerson[];
  readonly value: CheckIamRequest;
  readonly onChange: (value: CheckIamRequest) => void;
}) {
  const { people, value, onChange } = props;
  const classes = useStyles();
  const t = useMessages();
  const id = useId();
  const namespaces = props.workspace.namespaces.map(({ name }) => name);
  const select = {
    select: true,
    className: classes.field,
    variant: 'outlined',
    size: 'small',
    InputLabelProps: { shrink: true },
  } as const;
  return (
    <>
      {people.length > 0 && (
        <TextField
          {...select}
          id={`${id}-person`}
          label={t('iam.session.person')}
          value={value.serviceAccount ?? ''}
          SelectProps={{ displayEmpty: true }}
          onChange={({ target }) =>
            onChange({ ...value, serviceAccount: target.value || undefined })
          }
        >
          <MenuItem value="">{t('iam.session.own')}</MenuItem>
          {people.map(({ ref, serviceAccount }) => (
            <MenuItem key={serviceAccount} value={serviceAccount}>
              {ref ? (
                <EntityDisplayName entityRef={ref} hideIcon disableTooltip />
              ) : (
                t('iam.session.shared', { serviceAccount })
              )}
            </MenuItem>
          ))}
        </TextField>
      )}
      {namespaces.length > 1 && (
        <TextField
          {...select}
          id={`${id}-namespace`}
          label={t('iam.session.namespace')}
          value={value.namespace ?? namespaces[0]}
          onChange={({ target }) =>
            onChange({ ...value, namespace: target.value })
          }
        >
          {namespaces.map(name => (
            <MenuItem key={name} value={name}>
              {name}
            </MenuItem>
          ))}
        </TextField>
      )}
    </>
  );
}
