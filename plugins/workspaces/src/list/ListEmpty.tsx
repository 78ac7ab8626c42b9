import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { WorkspaceList } from '@team-workspaces/backstage-plugin-workspaces-common';
import type { ReactNode } from 'react';
import { EntityLink, RequestButton } from '../components';
import { useMessages } from '../hooks/useMessages';
import { useOptions } from '../hooks/useOptions';
import { EmptyPicture } from './EmptyPicture';
import { isFiltered, type ListView } from './listQuery';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    textAlign: 'center',
    gap: theme.spacing(2),
    padding: theme.spacing(6, 3),
  },
  text: { maxWidth: '60ch' },
  list: { listStyle: 'none', margin: 0, padding: 0 },
}));

/** A picture, one sentence of what it means, and what to do about it. */
function Empty(props: {
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
}) {
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <EmptyPicture />
      <Typography variant="h6" component="h3">
        {props.title}
      </Typography>
      <Typography className={classes.text}>{props.text}</Typography>
      {props.children}
    </div>
  );
}

/** What the list says when there is no row: why, and what the reader can do about it. */
export function ListEmpty(props: {
  readonly view: ListView;
  readonly counts: WorkspaceList['counts'];
  readonly onChange: (part: Partial<ListView>) => void;
}) {
  const { view, counts, onChange } = props;
  const classes = useStyles();
  const t = useMessages();
  const { value: options } = useOptions();
  if (isFiltered(view)) {
    return (
      <Empty
        title={t('list.empty.filteredTitle')}
        text={t('list.empty.filtered')}
      >
        <Button
          variant="outlined"
          onClick={() =>
            onChange({ search: '', owners: [], phases: [], reason: '' })
          }
        >
          {t('list.empty.clearFilters')}
        </Button>
      </Empty>
    );
  }
  if (view.scope === 'attention') {
    return (
      <Empty
        title={t('list.empty.attentionTitle')}
        text={t('list.empty.attention')}
      />
    );
  }
  const showAll = view.scope === 'mine' && counts.all > 0 && (
    <Button variant="outlined" onClick={() => onChange({ scope: 'all' })}>
      {t('list.empty.showAll', { number: String(counts.all) })}
    </Button>
  );
  if (options && options.groups.length === 0 && view.scope === 'mine') {
    return (
      <Empty
        title={t('list.empty.noTeamTitle')}
        text={
          options.admins.length
            ? t('list.empty.noTeam')
            : t('list.empty.noTeamNobody')
        }
      >
        <ul className={classes.list}>
          {options.admins.map(admin => (
            <li key={admin}>
              <EntityLink entityRef={admin} />
            </li>
          ))}
        </ul>
        {showAll}
      </Empty>
    );
  }
  return (
    <Empty
      title={t(
        view.scope === 'mine' ? 'list.empty.mineTitle' : 'list.empty.allTitle',
      )}
      text={t('common.whatItIs')}
    >
      <RequestButton />
      {showAll}
    </Empty>
  );
}
