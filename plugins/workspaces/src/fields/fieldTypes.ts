import {
  type CustomFieldValidator,
  type FieldExtensionComponentProps,
  makeFieldSchema,
} from '@backstage/plugin-scaffolder-react';

/** Schema of a form field that gives a text. */
export const textFieldSchema = makeFieldSchema({
  output: z => z.string(),
  uiOptions: z =>
    z.object({
      ownerField: z
        .string()
        .optional()
        .describe('Name of the parameter with the Group; `owner` when absent.'),
      displayNameField: z
        .string()
        .optional()
        .describe(
          'Name of the parameter with the display name; `displayName` when absent.',
        ),
    }),
});

/** Options of the form fields in a template, under `ui:options`. @public */
export type TextFieldOptions = {
  ownerField?: string;
  displayNameField?: string;
};

/** What a form field that gives a text is rendered with. @public */
export type TextFieldProps = FieldExtensionComponentProps<
  string,
  TextFieldOptions
>;

/** Checks a form field before the next page of the form. */
export type TextFieldValidator = CustomFieldValidator<string, TextFieldOptions>;
