import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { IamDrift } from '@team-workspaces/backstage-plugin-workspaces-common';
import { Section, StateText } from '../components';
import { useMessages } from '../hooks/useMessages';
import { DriftItem } from './DriftItem';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
});

/** What somebody did to the role in AWS: shown, never dropped. */
export function DriftSection(props: {
  readonly drift: readonly IamDrift[];
  /** Whether AWS let us read the role. */
  readonly read: boolean;
}) {
  const { drift, read } = props;
  const classes = useStyles();
  const t = useMessages();
  const summary = () => {
    if (drift.length > 0) {
      return {
        tone: 'warning',
        text: t('iam.drift.count', { count: drift.length }),
      } as const;
    }
    return read
      ? ({ tone: 'ok', text: t('iam.drift.none') } as const)
      : ({ tone: 'muted', text: t('iam.drift.notRead') } as const);
  };
  return (
    <Section title={t('iam.drift.title')}>
      <StateText {...summary()} />
      {drift.length > 0 && (
        <Typography variant="body2">{t('iam.drift.explain')}</Typography>
      )}
      <ul className={classes.list}>
        {drift.map(item => (
          <DriftItem key={`${item.kind} ${item.name}`} drift={item} />
        ))}
      </ul>
    </Section>
  );
}
