import type { TextFieldProps } from './fieldTypes';

/** What other fields of the form hold at present. */
export interface Siblings {
  readonly owner?: string;
  readonly displayName?: string;
  readonly description?: string;
  readonly id?: string;
  readonly quotaProfile?: string;
  readonly cluster?: string;
}

/** Reads the other fields of the form, on whatever page of it they are. */
export function readSiblings(
  props: Pick<TextFieldProps, 'formContext' | 'uiSchema'>,
): Siblings {
  const formData: Record<string, unknown> = props.formContext?.formData ?? {};
  const { ownerField = 'owner', displayNameField = 'displayName' } =
    props.uiSchema?.['ui:options'] ?? {};
  const text = (field: string) => {
    const value = formData[field];
    return typeof value === 'string' && value ? value : undefined;
  };
  return {
    owner: text(ownerField),
    displayName: text(displayNameField),
    description: text('description'),
    id: text('id'),
    quotaProfile: text('quotaProfile'),
    cluster: text('cluster'),
  };
}
