import Tab from '@material-ui/core/Tab';
import Tabs from '@material-ui/core/Tabs';
import type { WorkspaceList } from '@team-workspaces/backstage-plugin-workspaces-common';
import { useLanguage } from '../hooks/useLanguage';
import { useMessages } from '../hooks/useMessages';
import { type Scope, SCOPES } from './listQuery';

/** Mine, all, and what needs attention, each with how many there are. */
export function ScopeTabs(props: {
  readonly scope: Scope;
  readonly counts?: WorkspaceList['counts'];
  readonly onChange: (scope: Scope) => void;
}) {
  const { scope, counts, onChange } = props;
  const t = useMessages();
  const number = new Intl.NumberFormat(useLanguage());
  return (
    <Tabs
      value={scope}
      onChange={(_, next: Scope) => onChange(next)}
      indicatorColor="primary"
      textColor="primary"
      aria-label={t('list.tabs.label')}
    >
      {SCOPES.map(value => (
        <Tab
          key={value}
          value={value}
          label={t(`list.tabs.${value}`, {
            number: counts ? number.format(counts[value]) : '…',
          })}
        />
      ))}
    </Tabs>
  );
}
