import { checkWorkspaceId } from '@team-workspaces/backstage-plugin-workspaces-common';
import { workspacesApiRef } from '../api';
import { readOptions } from '../hooks/useOptions';
import type { TextFieldValidator } from './fieldTypes';
import { validatorMessages } from './validatorMessages';

/** Refuses an id that breaks a rule or is taken, before the next page of the form. */
export const validateId: TextFieldValidator = async (
  value,
  field,
  { apiHolder },
) => {
  const api = apiHolder.get(workspacesApiRef);
  if (!value || !api) {
    return;
  }
  const { namespaces } = await readOptions(api);
  const broken = checkWorkspaceId(value, {
    suffixes: namespaces.map(({ suffix }) => suffix),
  });
  if (broken.length > 0) {
    broken.forEach(({ message }) => field.addError(message));
    return;
  }
  const { available, problems } = await api.checkId(value);
  if (!available) {
    const taken = validatorMessages(apiHolder)?.('fields.id.taken');
    field.addError(
      problems.map(({ message }) => message).join(' ') || taken || value,
    );
  }
};
