import { makeStyles } from '@material-ui/core/styles';
import type { GroupOption } from '@team-workspaces/backstage-plugin-workspaces-common';
import { useMessages } from '../hooks/useMessages';

const useStyles = makeStyles(theme => ({
  quiet: {
    color: theme.palette.text.secondary,
    fontSize: theme.typography.body2.fontSize,
  },
}));

/** A Group to choose, under the Groups above it; of one that cannot be chosen also why. */
export function OwnerOption(props: { readonly group: GroupOption }) {
  const { path, title, allowed, problem, workspaces, limit } = props.group;
  const classes = useStyles();
  const t = useMessages();
  const above = path.slice(0, -1);
  return (
    <div>
      <div>
        {above.length > 0 && (
          <span className={classes.quiet}>{`${above.join(' / ')} / `}</span>
        )}
        {title}
      </div>
      <div className={classes.quiet}>
        {allowed
          ? t('fields.owner.limit', {
              used: String(workspaces),
              limit: String(limit),
            })
          : problem ?? t('fields.owner.notAllowed')}
      </div>
    </div>
  );
}
