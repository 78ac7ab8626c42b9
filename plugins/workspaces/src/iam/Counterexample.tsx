import Typography from '@material-ui/core/Typography';
import type { IamProofCase } from '@team-workspaces/backstage-plugin-workspaces-common';
import { Notice } from '../components';
import { useMessages } from '../hooks/useMessages';
import { RequestFacts } from './RequestFacts';

/** A request that is not decided as it must be. */
export function Counterexample(props: { readonly example: IamProofCase }) {
  const { title, policy, decided, statement, request } = props.example;
  const t = useMessages();
  return (
    <Notice tone="error" title={title}>
      <Typography variant="body2">
        <strong>{t(`iam.proof.counterexample.${decided}`)}</strong>{' '}
        {t('iam.proof.by')}: {t(`iam.policy.${policy}`)},{' '}
        {statement ?? t('iam.proof.noStatement')}
      </Typography>
      <RequestFacts request={request} />
    </Notice>
  );
}
