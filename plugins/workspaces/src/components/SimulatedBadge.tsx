import Chip from '@material-ui/core/Chip';
import Tooltip from '@material-ui/core/Tooltip';
import { useMessages } from '../hooks/useMessages';

/** Marks a cluster that is only a simulation. */
export function SimulatedBadge() {
  const t = useMessages();
  return (
    <Tooltip title={t('common.simulatedHint')}>
      <Chip
        size="small"
        variant="outlined"
        label={t('common.simulated')}
        tabIndex={0}
        style={{ margin: 0 }}
      />
    </Tooltip>
  );
}
