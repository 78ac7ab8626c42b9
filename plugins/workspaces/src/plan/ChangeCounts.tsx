import Typography from '@material-ui/core/Typography';
import type { Change } from '@team-workspaces/backstage-plugin-workspaces-common';
import { countByKind } from '../format/objects';
import { useLanguage } from '../hooks/useLanguage';
import { useMessages } from '../hooks/useMessages';

const ACTIONS: ReadonlyArray<Change['action']> = [
  'create',
  'update',
  'adopt',
  'delete',
];

/** How many objects of which kind a plan creates, changes, adopts and deletes. */
export function ChangeCounts(props: { readonly changes: readonly Change[] }) {
  const t = useMessages();
  const number = new Intl.NumberFormat(useLanguage());
  return (
    <>
      {ACTIONS.map(action => {
        const counts = countByKind(
          props.changes.filter(change => change.action === action),
        );
        return (
          counts.length > 0 && (
            <Typography key={action} variant="body2">
              {t('plan.counted', {
                action: t(`plan.action.${action}`),
                counts: counts
                  .map(({ kind, count }) => `${number.format(count)} ${kind}`)
                  .join(', '),
              })}
            </Typography>
          )
        );
      })}
    </>
  );
}
