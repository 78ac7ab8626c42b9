import Typography from '@material-ui/core/Typography';
import type {
  AccessExplanation,
  PolicyView,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { JsonBlock, Notice } from '../components';
import type { Tone } from '../format/phases';
import { useMessages } from '../hooks/useMessages';
import { RequestFacts } from './RequestFacts';
import { documentParts, hasStatement, samePolicy } from './statements';

const TONES: Readonly<Record<AccessExplanation['decision'], Tone>> = {
  allow: 'ok',
  deny: 'error',
  unknown: 'warning',
};

/** Yes or no in a sentence, with the statement that decides marked in its document. */
export function ExplanationView(props: {
  readonly explanation: AccessExplanation;
  readonly policies: readonly PolicyView[];
}) {
  const { decision, message, policy, statement, request, source } =
    props.explanation;
  const deciding = props.explanation.statementDocument;
  const t = useMessages();
  const view = props.policies.find(({ kind }) => kind === policy);
  const document =
    (source === 'live' ? view?.liveDocument : undefined) ?? view?.document;
  // The document may have changed since it was shown: then the statement stands alone.
  const shown =
    deciding && document && hasStatement(document, deciding)
      ? documentParts(document)
      : [{ text: JSON.stringify(deciding, null, 2), statement: deciding }];
  return (
    <Notice
      tone={TONES[decision]}
      urgent
      title={
        <>
          <strong>{t(`iam.explain.decision.${decision}`)}.</strong> {message}
        </>
      }
    >
      <Typography variant="body2">{t(`iam.explain.${source}`)}</Typography>
      {statement && policy && (
        <Typography variant="body2">
          {t('iam.explain.statement', {
            name: statement,
            policy: t(`iam.policy.${policy}`),
          })}
        </Typography>
      )}
      {deciding && policy && (
        <JsonBlock
          what={t(`iam.policy.${policy}`)}
          parts={shown.map(part => ({
            text: part.text,
            mark:
              part.statement !== undefined &&
              samePolicy(part.statement, deciding)
                ? t('iam.policies.deciding')
                : undefined,
          }))}
        />
      )}
      <Typography variant="subtitle2" component="h4">
        {t('iam.explain.request')}
      </Typography>
      <RequestFacts request={request} />
    </Notice>
  );
}
