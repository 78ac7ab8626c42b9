import { parseEntityRef } from '@backstage/catalog-model';
import FormHelperText from '@material-ui/core/FormHelperText';
import TextField from '@material-ui/core/TextField';
import { MAX_ID_LENGTH } from '@team-workspaces/backstage-plugin-workspaces-common';
import { useEffect, useRef } from 'react';
import { TextFrame } from '../components';
import { useMessages } from '../hooks/useMessages';
import { useOptions } from '../hooks/useOptions';
import type { TextFieldProps } from './fieldTypes';
import { IdStatus } from './IdStatus';
import { NamespacePreview } from './NamespacePreview';
import { nextId, proposeId } from './proposeId';
import { readSiblings } from './siblings';
import { useIdCheck } from './useIdCheck';

/** The id of a workspace: proposed from team and name until somebody changes it, and checked while typing. */
export function IdField(props: TextFieldProps) {
  const { schema, formData, onChange, required, rawErrors } = props;
  const t = useMessages();
  const { value: options } = useOptions();
  const { owner, displayName } = readSiblings(props);
  const maxLength = options?.maxIdLength ?? MAX_ID_LENGTH;
  const proposal = proposeId({
    team: owner && parseEntityRef(owner, { defaultKind: 'group' }).name,
    displayName,
    maxLength,
  });
  const id = formData ?? '';
  const state = useIdCheck(id, options);

  // The field follows the proposal as long as it holds nothing but the former one.
  const proposed = useRef(proposal);
  useEffect(() => {
    const untouched = !formData || formData === proposed.current;
    proposed.current = proposal;
    if (untouched && proposal && proposal !== formData) {
      onChange(proposal);
    }
    // What is typed must not be overwritten: only a new proposal counts.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [proposal]);

  const bad = state.kind === 'invalid' || state.kind === 'taken';
  return (
    <TextFrame>
      <TextField
        fullWidth
        margin="normal"
        id="team-workspace-id"
        label={schema.title ?? t('fields.id.title')}
        required={required}
        value={id}
        error={bad || Boolean(rawErrors?.length)}
        autoComplete="off"
        inputProps={{
          spellCheck: false,
          'aria-describedby': 'team-workspace-id-status',
        }}
        onChange={event => onChange(event.target.value || undefined)}
      />
      <FormHelperText>
        {schema.description ?? t('fields.id.description')}
      </FormHelperText>
      <div id="team-workspace-id-status">
        <IdStatus
          state={state}
          proposal={nextId(id, maxLength)}
          onUse={onChange}
        />
      </div>
      {!bad && state.namespaces.length > 0 && (
        <NamespacePreview namespaces={state.namespaces} />
      )}
    </TextFrame>
  );
}
