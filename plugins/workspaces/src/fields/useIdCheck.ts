import { useApi } from '@backstage/frontend-plugin-api';
import {
  checkWorkspaceId,
  namespaceName,
  type Options,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { useEffect, useState } from 'react';
import { workspacesApiRef } from '../api';

/** Milliseconds without a key press until the backend is asked. */
export const CHECK_DELAY_MS = 300;

/** What is known about an id. */
export interface IdState {
  readonly kind:
    | 'empty'
    | 'invalid'
    | 'checking'
    | 'free'
    | 'taken'
    | 'unknown';
  /** Why it cannot be used, one sentence each. */
  readonly problems: readonly string[];
  /** The namespaces that it gives. */
  readonly namespaces: readonly string[];
  /** Why the backend could not be asked. */
  readonly error?: unknown;
}

type Answer = Pick<IdState, 'kind' | 'problems' | 'error'> & {
  readonly id: string;
};

/** Checks an id: by the rules at once, and with the backend once typing pauses. */
export function useIdCheck(id: string, options: Options | undefined): IdState {
  const api = useApi(workspacesApiRef);
  const [answer, setAnswer] = useState<Answer>();
  const suffixes = options?.namespaces.map(({ suffix }) => suffix) ?? [];
  const broken = id && options ? checkWorkspaceId(id, { suffixes }) : [];
  const ask = Boolean(id && options && broken.length === 0);

  useEffect(() => {
    if (!ask) {
      return undefined;
    }
    let current = true;
    const timer = setTimeout(async () => {
      const next = await api.checkId(id).then(
        ({ available, problems }): Answer => ({
          id,
          kind: available ? 'free' : 'taken',
          problems: problems.map(({ message }) => message),
        }),
        (error): Answer => ({ id, kind: 'unknown', problems: [], error }),
      );
      if (current) {
        setAnswer(next);
      }
    }, CHECK_DELAY_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [api, id, ask]);

  const namespaces = id ? suffixes.map(name => namespaceName(id, name)) : [];
  if (!id) {
    return { kind: 'empty', problems: [], namespaces };
  }
  if (broken.length > 0) {
    const problems = broken.map(({ message }) => message);
    return { kind: 'invalid', problems, namespaces };
  }
  return answer?.id === id
    ? { ...answer, namespaces }
    : { kind: 'checking', problems: [], namespaces };
}
