import Typography from '@material-ui/core/Typography';
import type { Problem } from '@team-workspaces/backstage-plugin-workspaces-common';
import type { ReactNode } from 'react';
import { useMessages } from '../hooks/useMessages';
import { Notice } from './Notice';
import { RawAnswer } from './RawAnswer';

/** A failure as a sentence, an object and a next step; the raw answer is one click away. */
export function ProblemNotice(props: {
  readonly problem: Pick<Problem, 'message' | 'hint' | 'raw'>;
  readonly tone?: 'error' | 'warning';
  readonly actions?: ReactNode;
}) {
  const { problem, tone = 'error', actions } = props;
  const t = useMessages();
  return (
    <Notice tone={tone} title={problem.message} actions={actions} urgent>
      {problem.hint && (
        <Typography variant="body2">
          <strong>{t('common.whatToDo')}</strong> {problem.hint}
        </Typography>
      )}
      {problem.raw && <RawAnswer raw={problem.raw} />}
    </Notice>
  );
}
