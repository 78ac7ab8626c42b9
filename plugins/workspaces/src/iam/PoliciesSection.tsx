import Typography from '@material-ui/core/Typography';
import type { PolicyView } from '@team-workspaces/backstage-plugin-workspaces-common';
import { Section } from '../components';
import { useMessages } from '../hooks/useMessages';
import { PolicyItem } from './PolicyItem';

/** The policies of the role, with their sizes against what AWS accepts. */
export function PoliciesSection(props: {
  readonly policies: readonly PolicyView[];
  /** Whether there is a role, of which policies could be shown. */
  readonly hasRole: boolean;
}) {
  const { policies, hasRole } = props;
  const t = useMessages();
  return (
    <Section title={t('iam.policies.title')}>
      {policies.length === 0 && (
        <Typography variant="body2">
          {t(hasRole ? 'iam.policies.unread' : 'iam.policies.none')}
        </Typography>
      )}
      {policies.map(policy => (
        <PolicyItem key={policy.kind} policy={policy} />
      ))}
    </Section>
  );
}
