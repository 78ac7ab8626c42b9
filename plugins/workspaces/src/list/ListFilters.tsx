import { makeStyles } from '@material-ui/core/styles';
import { REASONS } from '@team-workspaces/backstage-plugin-workspaces-common';
import { SearchField } from '../components';
import { PHASES } from '../format/phases';
import { refText } from '../format/refs';
import { useMessages } from '../hooks/useMessages';
import { FilterSelect } from './FilterSelect';
import type { ListView } from './listQuery';
import { ReasonSelect } from './ReasonSelect';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1.5),
  },
}));

/** Search and filters of the list. */
export function ListFilters(props: {
  readonly view: ListView;
  readonly onChange: (part: Partial<ListView>) => void;
  /** Entity refs of the owners to choose from. */
  readonly owners: readonly string[];
  /** Whether to offer the reasons of failures. */
  readonly withReason: boolean;
}) {
  const { view, onChange, owners, withReason } = props;
  const classes = useStyles();
  const t = useMessages();
  return (
    <div className={classes.root}>
      <SearchField
        label={t('list.search')}
        value={view.search}
        onChange={search => onChange({ search })}
      />
      <FilterSelect
        label={t('list.owner')}
        options={owners.map(value => ({ value, label: refText(value) }))}
        value={view.owners}
        onChange={value => onChange({ owners: value })}
      />
      <FilterSelect
        label={t('list.phase')}
        options={PHASES.map(value => ({
          value,
          label: t(`common.phase.${value}`),
        }))}
        value={view.phases}
        onChange={value =>
          onChange({ phases: PHASES.filter(phase => value.includes(phase)) })
        }
      />
      {(withReason || view.reason) && (
        <ReasonSelect
          value={view.reason in REASONS ? view.reason : ''}
          onChange={reason => onChange({ reason })}
        />
      )}
    </div>
  );
}
