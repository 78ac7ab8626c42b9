import { useApi } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type {
  IamProof,
  Workspace,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { useId } from 'react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { workspacesApiRef } from '../api';
import { FailureNotice, Notice, TextFrame } from '../components';
import { formatDuration } from '../format/time';
import { useLanguage } from '../hooks/useLanguage';
import { useMessages } from '../hooks/useMessages';
import { TableSkeleton } from '../list/TableSkeleton';
import { Counterexample } from './Counterexample';
import { ProofCases } from './ProofCases';
import { proofState } from './proofState';

const useStyles = makeStyles(theme => ({
  body: { display: 'grid', gap: theme.spacing(2), minWidth: 0 },
}));

/** The proof, made now: what is wrong first, then the cases. */
export function ProofDialog(props: {
  readonly workspace: Workspace;
  readonly onClose: () => void;
}) {
  const { workspace, onClose } = props;
  const classes = useStyles();
  const api = useApi(workspacesApiRef);
  const t = useMessages();
  const titleId = useId();
  const {
    value: proof,
    error,
    loading,
    retry,
  } = useAsyncRetry(() => api.getIamProof(workspace.id), [api, workspace.id]);
  return (
    <Dialog
      open
      fullWidth
      maxWidth="lg"
      scroll="paper"
      onClose={onClose}
      aria-labelledby={titleId}
    >
      <DialogTitle id={titleId}>{t('iam.proof.dialogTitle')}</DialogTitle>
      <DialogContent dividers>
        <TextFrame>
          <div className={classes.body}>
            {loading && <TableSkeleton label={t('iam.proof.loading')} />}
            {!loading && error && (
              <FailureNotice
                title={t('iam.proof.errorTitle')}
                error={error}
                onRetry={retry}
              />
            )}
            {!loading && proof && <ProofView proof={proof} />}
          </div>
        </TextFrame>
      </DialogContent>
      <DialogActions>
        <Button onClick={retry} disabled={loading}>
          {t('iam.proof.again')}
        </Button>
        <Button onClick={onClose}>{t('common.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}

function ProofView(props: { readonly proof: IamProof }) {
  const { proof } = props;
  const { counterexamples, cases, source, durationMs = 0 } = proof;
  const t = useMessages();
  const language = useLanguage();
  const number = new Intl.NumberFormat(language);
  const { text, tone } = proofState(proof, t);
  return (
    <>
      <Notice tone={tone} title={text}>
        <Typography variant="body2">{proof.message}</Typography>
        {proof.evaluated > 0 && (
          <Typography variant="body2">
            {t('iam.proof.figures', {
              evaluated: number.format(proof.evaluated),
              workspaces: number.format(proof.workspaces),
              duration: formatDuration(durationMs, language),
            })}{' '}
            {source && t(`iam.proof.${source}`)}
          </Typography>
        )}
      </Notice>
      {counterexamples.length > 0 && (
        <>
          <Typography variant="subtitle1" component="h4">
            {t('iam.proof.counterexamples')}
          </Typography>
          {counterexamples.map((example, position) => (
            <Counterexample key={position} example={example} />
          ))}
        </>
      )}
      {cases.length > 0 && (
        <>
          <Typography variant="subtitle1" component="h4">
            {t('iam.proof.cases')}
          </Typography>
          <Typography variant="body2">{t('iam.proof.casesShown')}</Typography>
          <ProofCases cases={cases} />
        </>
      )}
    </>
  );
}
