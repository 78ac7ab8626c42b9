import { makeStyles } from '@material-ui/core/styles';
import type { Workspace } from '@team-workspaces/backstage-plugin-workspaces-common';
import { StepItem } from './StepItem';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
});

/** The steps of provisioning a workspace, in the order in which they depend on each other. */
export function StepTimeline(props: {
  readonly workspace: Workspace;
  readonly onChanged: () => void;
}) {
  const classes = useStyles();
  return (
    <ol className={classes.list}>
      {props.workspace.conditions.map(condition => (
        <StepItem
          key={condition.type}
          workspace={props.workspace}
          condition={condition}
          onChanged={props.onChanged}
        />
      ))}
    </ol>
  );
}
