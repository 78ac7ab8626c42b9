import {
  renderPermissionsPolicy,
  renderTrustPolicy,
} from '@team-workspaces/backstage-plugin-workspaces-backend-module-aws/src/policies';
import {
  IsolationProver,
  type IsolationSubject,
} from '@team-workspaces/backstage-plugin-workspaces-backend-module-aws/src/proof';
import { namespacesOf, workspaceIds } from '../portal/workspaces';
import { median, type Comparison } from '../../src/benchmarks/table';

const SECOND = 1000;

/** Proving one change among many workspaces, both ways: its role against all others, and all other roles against it. */
export async function proof(options: {
  readonly workspaces: number;
  readonly rounds: number;
  readonly report: (sentence: string) => void;
}): Promise<Comparison[]> {
  const { workspaces, rounds, report } = options;
  const roles = workspaceIds('team', workspaces).map(id => subjectOf(id));
  const prover = new IsolationProver();
  const timed = (subject: IsolationSubject): number => {
    const startedAt = performance.now();
    const { status, evaluated } = prover.prove(subject, {
      neighbours: roles.map(({ workspace }) => workspace),
      roles,
    });
    const duration = performance.now() - startedAt;
    if (status !== 'proved') {
      throw new Error(`${subject.workspace.workspaceId} is ${status}`);
    }
    report(
      `${subject.workspace.workspaceId}: ${evaluated} requests in ${Math.round(
        duration,
      )} ms`,
    );
    return duration;
  };
  // The policies of the others are read once; that is no part of a change.
  timed(subjectOf('first'));
  const added: number[] = [];
  const changed: number[] = [];
  const again: number[] = [];
  for (const id of workspaceIds('new', rounds)) {
    added.push(timed(subjectOf(id)));
    changed.push(timed(subjectOf(id, { glue: false })));
    again.push(timed(subjectOf(id)));
  }
  const name = (what: string) => `${workspaces} workspaces, ${what}`;
  const oneSecond = {
    referenceName: 'one second',
    reference: SECOND,
    unit: 'ms',
    limit: 1,
  } as const;
  return [
    { ...oneSecond, name: name('one new'), ours: median(added) },
    { ...oneSecond, name: name('one changed role'), ours: median(changed) },
    {
      name: name('one proved again'),
      referenceName: 'the same when it was new',
      ours: median(again),
      reference: median(added),
      unit: 'ms',
      limit: 0.5,
    },
  ];
}

function subjectOf(
  workspaceId: string,
  { glue = true }: { readonly glue?: boolean } = {},
): IsolationSubject {
  const workspace = {
    workspaceId,
    namespaces: namespacesOf(workspaceId),
    partition: 'aws',
    account: '123456789012',
    region: 'eu-west-1',
    oidcProvider:
      'oidc.eks.eu-west-1.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF',
    bucket: 'team-data',
    glue,
  };
  return {
    workspace,
    trust: renderTrustPolicy(workspace),
    permissions: [renderPermissionsPolicy(workspace)],
  };
}
