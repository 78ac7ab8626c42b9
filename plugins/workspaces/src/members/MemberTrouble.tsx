import Typography from '@material-ui/core/Typography';
import type { Member } from '@team-workspaces/backstage-plugin-workspaces-common';
import { StateText } from '../components';
import { useMessages } from '../hooks/useMessages';

/** Why a member gives nobody a role, and what to do; nothing where it does. */
export function MemberTrouble(props: { readonly member: Member }) {
  const { state, subject } = props.member;
  const t = useMessages();
  if (state === 'effective') {
    return null;
  }
  const unknown = state === 'unknown';
  return (
    <div>
      <StateText
        tone="warning"
        text={t(unknown ? 'members.unknownTitle' : 'members.untrustedTitle', {
          ref: subject,
        })}
      />
      <Typography variant="body2">
        {t(unknown ? 'members.unknown' : 'members.untrusted')}
      </Typography>
    </div>
  );
}
