import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import Skeleton from '@material-ui/lab/Skeleton';
import type {
  Workspace,
  WorkspaceNamespace,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import {
  FailureNotice,
  Identifier,
  ProblemNotice,
  Section,
} from '../components';
import { useMessages } from '../hooks/useMessages';
import { NamespaceQuota } from './NamespaceQuota';
import { useKubernetesPath } from './useKubernetesPath';
import { useUsage } from './useUsage';

const useStyles = makeStyles(theme => ({
  cell: {
    padding: theme.spacing(1.5, 1),
    verticalAlign: 'top',
  },
  profile: { whiteSpace: 'nowrap' },
  quota: { width: '50%' },
}));

/** The namespaces of a workspace with profile and quota. */
export function NamespacesSection(props: { readonly workspace: Workspace }) {
  const { workspace } = props;
  const classes = useStyles();
  const t = useMessages();
  const usage = useUsage(workspace);
  const kubernetesPath = useKubernetesPath(workspace.id);
  const quota = ({ name, uid }: WorkspaceNamespace) => {
    const found = usage.value?.namespaces.find(
      ({ namespace }) => namespace === name,
    );
    if (found?.found) {
      return <NamespaceQuota usage={found} />;
    }
    if (usage.loading) {
      return <Skeleton variant="text" />;
    }
    return found || !uid ? t('detail.namespaces.notYet') : '–';
  };
  return (
    <Section
      title={t('detail.namespaces.title')}
      actions={
        kubernetesPath && (
          <Link to={kubernetesPath}>{t('detail.namespaces.kubernetes')}</Link>
        )
      }
    >
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell className={classes.cell}>
              {t('detail.namespaces.name')}
            </TableCell>
            <TableCell className={classes.cell}>
              {t('detail.namespaces.profile')}
            </TableCell>
            <TableCell className={`${classes.cell} ${classes.quota}`}>
              {t('detail.namespaces.usage')}
            </TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {workspace.namespaces.map(namespace => (
            <TableRow key={namespace.name}>
              <TableCell component="th" scope="row" className={classes.cell}>
                <Identifier text={namespace.name} copy />
                {namespace.adopted && (
                  <Typography variant="body2" color="textSecondary">
                    {t('detail.namespaces.adopted')}
                  </Typography>
                )}
              </TableCell>
              <TableCell className={`${classes.cell} ${classes.profile}`}>
                {namespace.networkProfile}
              </TableCell>
              <TableCell className={`${classes.cell} ${classes.quota}`}>
                {quota(namespace)}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {usage.value?.problem && (
        <ProblemNotice problem={usage.value.problem} tone="warning" />
      )}
      {Boolean(usage.error) && !usage.value && (
        <FailureNotice
          title={t('detail.namespaces.usageProblem')}
          error={usage.error}
          onRetry={usage.refresh}
        />
      )}
    </Section>
  );
}
