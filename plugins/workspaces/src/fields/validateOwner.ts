import { workspacesApiRef } from '../api';
import { readOptions } from '../hooks/useOptions';
import type { TextFieldValidator } from './fieldTypes';
import { validatorMessages } from './validatorMessages';

/** Refuses a Group that is not one of the caller's own or has no workspace left; the backend refuses it as well. */
export const validateOwner: TextFieldValidator = async (
  value,
  field,
  { apiHolder },
) => {
  const api = apiHolder.get(workspacesApiRef);
  const t = validatorMessages(apiHolder);
  if (!value || !api || !t) {
    return;
  }
  const { groups } = await readOptions(api);
  const group = groups.find(({ ref }) => ref === value);
  if (!group?.allowed) {
    field.addError(group?.problem ?? t('fields.owner.notAllowed'));
  }
};
