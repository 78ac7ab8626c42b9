import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { toFailure } from '../errors/toFailure';
import { useMessages } from '../hooks/useMessages';
import { Notice } from './Notice';

/** Why a request failed and what to do, with a button to try again. */
export function FailureNotice(props: {
  readonly title: string;
  readonly error: unknown;
  readonly onRetry?: () => void;
  readonly retryLabel?: string;
}) {
  const { title, error, onRetry, retryLabel } = props;
  const t = useMessages();
  const failure = toFailure(error);
  const hint =
    failure.hint ??
    (failure.status === undefined ? t('common.unknownErrorHint') : undefined);
  return (
    <Notice
      tone="error"
      urgent
      title={title}
      actions={
        onRetry && (
          <Button size="small" variant="outlined" onClick={onRetry}>
            {retryLabel ?? t('common.tryAgain')}
          </Button>
        )
      }
    >
      <Typography variant="body2">
        {failure.message ?? t('common.unknownError')}
      </Typography>
      {failure.fields.map(field => (
        <Typography key={`${field.field} ${field.rule}`} variant="body2">
          {field.message}
        </Typography>
      ))}
      {hint && (
        <Typography variant="body2">
          <strong>{t('common.whatToDo')}</strong> {hint}
        </Typography>
      )}
    </Notice>
  );
}
