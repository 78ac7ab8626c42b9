import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { PodIdentityAssociation } from '@team-workspaces/backstage-plugin-workspaces-common';
import { CopyButton, Identifier, StateText } from '../components';
import type { Tone } from '../format/phases';
import { useMessages } from '../hooks/useMessages';

const TONES: Readonly<Record<PodIdentityAssociation['state'], Tone>> = {
  ready: 'ok',
  missing: 'warning',
  drifted: 'warning',
  foreign: 'warning',
  unknown: 'muted',
};

const useStyles = makeStyles(theme => ({
  root: {
    padding: theme.spacing(1, 0),
    borderTop: `1px solid ${theme.palette.divider}`,
    overflowWrap: 'anywhere',
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
  },
}));

/** The association of one namespace. */
export function AssociationRow(props: {
  readonly association: PodIdentityAssociation;
}) {
  const { namespace, state, id, arn, message, command } = props.association;
  const classes = useStyles();
  const t = useMessages();
  return (
    <li className={classes.root}>
      <div className={classes.head}>
        <Identifier text={namespace} />
        <StateText
          tone={TONES[state]}
          text={t(`iam.podIdentity.states.${state}`)}
        />
        {id && <Identifier text={id} copy />}
        {arn && (
          <span>
            ARN <CopyButton text={arn} what={arn} />
          </span>
        )}
      </div>
      {message && <Typography variant="body2">{message}</Typography>}
      {command && <Identifier text={command} copy maxLength={400} />}
    </li>
  );
}
