import { useState } from 'react';
import type { TextFieldProps } from '../fields/fieldTypes';

/** What a form field of the scaffolder is rendered with, as far as ours look at it. */
export function fieldProps(part: Partial<TextFieldProps>): TextFieldProps {
  return {
    schema: {},
    uiSchema: {},
    rawErrors: [],
    required: true,
    formContext: { formData: {} },
    ...part,
  } as TextFieldProps;
}

/** A form with one field of ours; shows its value for tests to read. */
export function FormHarness(props: {
  readonly field: (props: TextFieldProps) => JSX.Element | null;
  /** What the other fields hold. */
  readonly siblings?: Readonly<Record<string, string>>;
  readonly value?: string;
  readonly options?: TextFieldProps['uiSchema']['ui:options'];
}) {
  const { field: Field, siblings = {}, options } = props;
  const [value, setValue] = useState(props.value);
  return (
    <>
      <Field
        {...fieldProps({
          formData: value,
          onChange: next => setValue(next ?? undefined),
          formContext: { formData: siblings },
          uiSchema: { 'ui:options': options },
        })}
      />
      <output>{value ?? '(no value)'}</output>
    </>
  );
}
