import type { Member } from '@team-workspaces/backstage-plugin-workspaces-common';
import { RelativeTime } from '../components';
import { refText } from '../format/refs';
import { useMessages } from '../hooks/useMessages';

/** Why somebody belongs to the workspace, in words. */
export function MemberSource(props: {
  readonly member: Pick<Member, 'source' | 'addedBy' | 'addedAt'>;
}) {
  const { source, addedBy, addedAt } = props.member;
  const t = useMessages();
  if (source === 'owner') {
    return <>{t('members.source.ownerGroup')}</>;
  }
  const words = () => {
    if (source === 'requester') {
      return t('members.source.requester');
    }
    return addedBy
      ? t('members.source.addedBy', { who: refText(addedBy) })
      : t('members.source.added');
  };
  return (
    <>
      {words()}
      {addedAt && (
        <>
          , <RelativeTime at={addedAt} />
        </>
      )}
    </>
  );
}
