import FormControl from '@material-ui/core/FormControl';
import FormHelperText from '@material-ui/core/FormHelperText';
import FormLabel from '@material-ui/core/FormLabel';
import { type ReactNode, useId } from 'react';
import { FailureNotice, TextFrame } from '../components';
import { useMessages } from '../hooks/useMessages';

/** Label and description around choices, and what to say when the choices cannot be read. */
export function FieldFrame(props: {
  readonly title: string;
  readonly description?: string;
  readonly required?: boolean;
  readonly error?: boolean;
  readonly failure?: unknown;
  readonly onRetry?: () => void;
  readonly children: ReactNode;
}) {
  const { title, description, required, error, failure, onRetry } = props;
  const t = useMessages();
  const labelId = useId();
  return (
    <FormControl
      component="fieldset"
      fullWidth
      margin="normal"
      required={required}
      error={error}
      aria-labelledby={labelId}
    >
      <FormLabel id={labelId}>{title}</FormLabel>
      {description && <FormHelperText>{description}</FormHelperText>}
      {failure ? (
        <FailureNotice
          title={t('fields.optionsError')}
          error={failure}
          onRetry={onRetry}
        />
      ) : (
        <TextFrame>{props.children}</TextFrame>
      )}
    </FormControl>
  );
}
