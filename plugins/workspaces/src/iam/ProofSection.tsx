import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type {
  IamProof,
  Workspace,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { useState } from 'react';
import { RelativeTime, Section, StateText } from '../components';
import { useMessages } from '../hooks/useMessages';
import { ProofDialog } from './ProofDialog';
import { proofState } from './proofState';

const useStyles = makeStyles(theme => ({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
}));

/** Whether the role serves only this team, and how that is known. */
export function ProofSection(props: {
  readonly workspace: Workspace;
  readonly proof?: IamProof;
}) {
  const { workspace, proof } = props;
  const classes = useStyles();
  const t = useMessages();
  const [open, setOpen] = useState(false);
  return (
    <Section title={t('iam.proof.title')}>
      <div className={classes.line}>
        {proof && <StateText {...proofState(proof, t)} />}
        {proof?.at && <RelativeTime at={proof.at} />}
        <Button size="small" variant="outlined" onClick={() => setOpen(true)}>
          {t('iam.proof.show')}
        </Button>
      </div>
      {proof && proof.status !== 'proved' && (
        <Typography variant="body2">{proof.message}</Typography>
      )}
      {open && (
        <ProofDialog workspace={workspace} onClose={() => setOpen(false)} />
      )}
    </Section>
  );
}
