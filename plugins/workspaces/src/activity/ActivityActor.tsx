import { EntityLink } from '../components';
import { useMessages } from '../hooks/useMessages';

/** Who did something: a person of the catalog, a service, or the portal itself. */
export function ActivityActor(props: { readonly actor: string }) {
  const { actor } = props;
  const t = useMessages();
  if (actor === 'system') {
    return <>{t('activity.system')}</>;
  }
  if (actor.startsWith('plugin:')) {
    return <>{t('activity.plugin', { name: actor.slice('plugin:'.length) })}</>;
  }
  return <EntityLink entityRef={actor} />;
}
