import { useApi } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import type { CreateWorkspaceRequest } from '@team-workspaces/backstage-plugin-workspaces-common';
import { useState } from 'react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import useDebounce from 'react-use/esm/useDebounce';
import { workspacesApiRef } from '../api';
import { FailureNotice, ProblemNotice, TextFrame } from '../components';
import { useMessages } from '../hooks/useMessages';
import { TableSkeleton } from '../list/TableSkeleton';
import { ChangeCounts, ChangeList } from '../plan';
import type { TextFieldProps } from './fieldTypes';
import { readSiblings } from './siblings';

/** Milliseconds without a change of the form until the plan is made again. */
const DELAY_MS = 300;

/** The request that the form stands for; undefined while something is missing. */
function toRequest(props: TextFieldProps): CreateWorkspaceRequest | undefined {
  const { id, displayName, owner, ...others } = readSiblings(props);
  return id && displayName && owner
    ? { id, displayName: displayName.trim(), owner, ...others }
    : undefined;
}

/** What requesting the workspace would make. It gives the form no value. */
export function PlanField(props: TextFieldProps) {
  const api = useApi(workspacesApiRef);
  const t = useMessages();
  const request = JSON.stringify(toRequest(props));
  const [asked, setAsked] = useState(request);
  useDebounce(() => setAsked(request), DELAY_MS, [request]);
  const [all, setAll] = useState(false);
  const {
    value: plan,
    error,
    loading,
    retry,
  } = useAsyncRetry(
    async () => (asked ? api.planCreation(JSON.parse(asked)) : undefined),
    [api, asked],
  );
  const content = () => {
    if (!request) {
      return (
        <Typography variant="body2">{t('fields.plan.incomplete')}</Typography>
      );
    }
    if (loading || asked !== request) {
      return <TableSkeleton label={t('plan.loading')} rows={2} />;
    }
    if (error) {
      return (
        <FailureNotice
          title={t('fields.plan.refused')}
          error={error}
          onRetry={retry}
        />
      );
    }
    return (
      plan && (
        <>
          {plan.problems.map(problem => (
            <ProblemNotice
              key={`${problem.reason} ${problem.message}`}
              problem={problem}
            />
          ))}
          <Typography>
            {t('plan.heading', {
              count: plan.changes.length,
              cluster: plan.cluster,
            })}
          </Typography>
          <ChangeCounts changes={plan.changes} />
          <Button
            size="small"
            aria-expanded={all}
            onClick={() => setAll(value => !value)}
          >
            {t(all ? 'fields.plan.hideAll' : 'fields.plan.showAll')}
          </Button>
          {all && <ChangeList changes={plan.changes} />}
        </>
      )
    );
  };
  return (
    <div role="group" aria-label={props.schema.title ?? t('fields.plan.title')}>
      <TextFrame>{content()}</TextFrame>
    </div>
  );
}
