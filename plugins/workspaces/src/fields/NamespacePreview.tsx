import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { MAX_NAMESPACE_LENGTH } from '@team-workspaces/backstage-plugin-workspaces-common';
import { useMessages } from '../hooks/useMessages';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: theme.spacing(2),
    fontSize: theme.typography.body2.fontSize,
  },
  name: { fontFamily: 'monospace', overflowWrap: 'anywhere' },
  quiet: { color: theme.palette.text.secondary },
}));

/** The namespaces that an id gives, with how long their names are. */
export function NamespacePreview(props: {
  readonly namespaces: readonly string[];
}) {
  const classes = useStyles();
  const t = useMessages();
  return (
    <div>
      <Typography variant="body2">{t('fields.id.namespaces')}</Typography>
      <ul className={classes.list}>
        {props.namespaces.map(name => (
          <li key={name} className={classes.item}>
            <span className={classes.name}>{name}</span>
            <span className={classes.quiet}>
              {t('fields.id.length', {
                length: String(name.length),
                max: String(MAX_NAMESPACE_LENGTH),
              })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
