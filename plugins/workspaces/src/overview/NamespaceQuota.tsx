import { makeStyles } from '@material-ui/core/styles';
import type { NamespaceUsage } from '@team-workspaces/backstage-plugin-workspaces-common';
import { QuotaBar } from '../components';
import { formatQuantity, parseQuantity } from '../format/quantities';
import { compareResources, resourceName } from '../format/resources';
import { useLanguage } from '../hooks/useLanguage';
import { useMessages } from '../hooks/useMessages';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(170px, 1fr))',
    gap: theme.spacing(1, 3),
    fontSize: theme.typography.body2.fontSize,
  },
  line: {
    display: 'flex',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
  },
  quiet: { color: theme.palette.text.secondary },
}));

/** A bar for each quota of a namespace. */
export function NamespaceQuota(props: { readonly usage: NamespaceUsage }) {
  const { namespace, resources } = props.usage;
  const classes = useStyles();
  const t = useMessages();
  const language = useLanguage();
  // A quota of nothing forbids a resource: a bar would only ever be full.
  const shown = resources
    .filter(({ hard, used }) => parseQuantity(hard) || parseQuantity(used))
    .sort((a, b) => compareResources(a.resource, b.resource));
  if (shown.length === 0) {
    return (
      <span className={classes.quiet}>{t('detail.namespaces.noQuota')}</span>
    );
  }
  return (
    <div className={classes.root}>
      {shown.map(({ resource, used, hard, ratio }) => {
        const name = resourceName(resource, t);
        const text = t('detail.namespaces.of', {
          used: formatQuantity(resource, used, language),
          hard: formatQuantity(resource, hard, language),
        });
        return (
          <div key={resource}>
            <div className={classes.line}>
              <span>{name}</span>
              <span className={classes.quiet}>{text}</span>
            </div>
            <QuotaBar
              ratio={ratio}
              label={t('detail.namespaces.bar', { resource: name, namespace })}
              valueText={text}
            />
          </div>
        );
      })}
    </div>
  );
}
