import Typography from '@material-ui/core/Typography';
import type { MemberPerson } from '@team-workspaces/backstage-plugin-workspaces-common';
import { Section } from '../components';
import { useMessages } from '../hooks/useMessages';
import { MemberTable } from './MemberTable';
import { PersonRow } from './PersonRow';

/** People who are no members any more while ServiceAccounts of theirs are still there. */
export function LeavingSection(props: {
  readonly people: readonly MemberPerson[];
}) {
  const t = useMessages();
  return (
    <Section title={t('members.leaving.title')}>
      <Typography variant="body2">{t('members.leaving.explain')}</Typography>
      <MemberTable label={t('members.leaving.title')}>
        {props.people.map(person => (
          <PersonRow key={person.ref} person={person} leaving />
        ))}
      </MemberTable>
    </Section>
  );
}
