import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { PodIdentityReport } from '@team-workspaces/backstage-plugin-workspaces-common';
import { Identifier, Section } from '../components';
import { useMessages } from '../hooks/useMessages';
import { AssociationRow } from './AssociationRow';

const useStyles = makeStyles(theme => ({
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 3),
    margin: theme.spacing(1, 0),
  },
  list: { listStyle: 'none', margin: 0, padding: 0 },
}));

/** How pods get the role without a person's ServiceAccount, and whether EKS knows of it in each namespace. */
export function PodIdentitySection(props: {
  readonly report: PodIdentityReport;
}) {
  const { clusterName, serviceAccount, associations } = props.report;
  const classes = useStyles();
  const t = useMessages();
  return (
    <Section title={t('iam.podIdentity.title')}>
      <Typography variant="body2">{t('iam.podIdentity.explain')}</Typography>
      <div className={classes.facts}>
        <span>
          {t('iam.podIdentity.serviceAccount')}{' '}
          <Identifier text={serviceAccount} copy />
        </span>
        <span>
          {t('iam.podIdentity.cluster')} <Identifier text={clusterName} />
        </span>
      </div>
      <ul
        className={classes.list}
        aria-label={t('iam.podIdentity.associations')}
      >
        {associations.map(association => (
          <AssociationRow
            key={association.namespace}
            association={association}
          />
        ))}
      </ul>
    </Section>
  );
}
