import { setTimeout as delay } from 'node:timers/promises';
import type { Entity } from '@backstage/catalog-model';
import { serviceAccountName } from '@team-workspaces/backstage-plugin-workspaces-backend/src/people/serviceAccountName';
import { renderServiceAccount } from '@team-workspaces/backstage-plugin-workspaces-backend/src/objects/serviceAccount';
import type { Workspace } from '@team-workspaces/backstage-plugin-workspaces-node';
import createLimit from 'p-limit';
import { BenchmarkCluster } from '../cluster/BenchmarkCluster';
import { CountingClusterClient } from '../clients/CountingClusterClient';
import { SignInPortal } from '../portal/SignInPortal';
import { namespacesOf, writesOf } from '../portal/workspaces';
import type { RawWrite } from '../raw/plannedWrites';
import { median, type Comparison } from '../../src/benchmarks/table';

/** People who report at once. */
const AT_ONCE = 16;

/** Somebody without a team, who signs in now and then. */
const PASSER_BY = 'user:default/passer-by';
const PAUSE_MS = 5;

/** Many people sign in to a workspace of theirs, for the first time and again. */
export async function signIn(options: {
  readonly users: number;
  readonly rounds: number;
  readonly report: (sentence: string) => void;
}): Promise<Comparison[]> {
  const { users, rounds, report } = options;
  const cluster = await BenchmarkCluster.start();
  const client = new CountingClusterClient(cluster.ours);
  const teams = Array.from({ length: rounds + 1 }, (_, round) =>
    peopleOf(`team-${round}`, users),
  );
  const portal = await SignInPortal.start(client, teams.flatMap(entitiesOf));
  const ours: number[] = [];
  const raw: number[] = [];
  const again: number[] = [];
  const answers = {
    first: [] as number[],
    again: [] as number[],
    besideOurs: [] as number[],
    besideRaw: [] as number[],
  };
  // The first round only warms up.
  for (let round = 0; round <= rounds; round += 1) {
    const team = teams[round];
    const reportAll = async () => {
      const limit = createLimit(AT_ONCE);
      return Promise.all(team.refs.map(ref => limit(() => portal.report(ref))));
    };
    await cluster.raw.writeAll(await writesOf([`raw-${round}`]));
    await cluster.quiet(namespacesOf(`raw-${round}`));
    const rawStartedAt = performance.now();
    await cluster.raw.writeAll(accountsOf(`raw-${round}`, team.refs));
    raw.push(performance.now() - rawStartedAt);

    await portal.request(`ours-${round}`, team.owner);
    await cluster.quiet(namespacesOf(`ours-${round}`));
    const startedAt = performance.now();
    const first = await reportAll();
    await portal.idle();
    ours.push(performance.now() - startedAt);

    const writes = client.writes;
    const second = await reportAll();
    await portal.idle();
    again.push(client.writes - writes);
    // As many ServiceAccounts once more, with somebody who signs in meanwhile.
    const other = `other-${round}`;
    await cluster.raw.writeAll(await writesOf([`raw-${other}`]));
    await cluster.quiet(namespacesOf(`raw-${other}`));
    const besideRaw = await reportUntil(
      cluster.raw.writeAll(accountsOf(`raw-${other}`, team.refs)),
      portal,
    );
    const besideOurs = await reportUntil(
      portal.request(other, team.owner),
      portal,
    );
    if (round > 0) {
      answers.first.push(...first);
      answers.besideOurs.push(...besideOurs);
      answers.again.push(...second);
      answers.besideRaw.push(...besideRaw);
    }
    report(
      `Round ${round}: ours ${Math.round(ours[round])} ms, raw ${Math.round(
        raw[round],
      )} ms, again ${again[round]} writes; answers after ${median(
        first,
      ).toFixed(1)} ms and ${median(second).toFixed(1)} ms; meanwhile ${median(
        besideOurs,
      ).toFixed(1)} ms and ${median(besideRaw).toFixed(1)} ms`,
    );
  }
  await portal.stop();
  await cluster.stop();
  const objects = users * namespacesOf('any').length;
  return [
    {
      name: `${users} sign-ins, ${objects} ServiceAccounts`,
      referenceName: 'raw writes of the same',
      ours: median(ours.slice(1)),
      reference: median(raw.slice(1)),
      unit: 'ms',
      limit: 1.3,
    },
    {
      name: `${users} sign-ins again`,
      referenceName: 'no writes at all',
      ours: Math.max(...again),
      reference: 0,
      unit: 'writes',
      limit: 0,
    },
    {
      name: 'answer to the report of a first sign-in',
      referenceName: 'of a later one',
      ours: median(answers.first),
      reference: median(answers.again),
      unit: 'ms',
      limit: 1.5,
    },
    {
      name: `answer while ${objects} ServiceAccounts are made`,
      referenceName: 'while others make them',
      ours: median(answers.besideOurs),
      reference: median(answers.besideRaw),
      unit: 'ms',
      limit: 1.5,
    },
  ];
}

/** Has somebody report again and again until something is over; milliseconds of each answer. */
async function reportUntil(
  over: Promise<unknown>,
  portal: SignInPortal,
): Promise<number[]> {
  let isOver = false;
  const end = over.then(() => {
    isOver = true;
  });
  const answers: number[] = [];
  while (!isOver) {
    answers.push(await portal.report(PASSER_BY));
    await delay(PAUSE_MS);
  }
  await end;
  return answers;
}

interface Team {
  readonly owner: string;
  readonly refs: readonly string[];
}

function peopleOf(name: string, count: number): Team {
  return {
    owner: `group:default/${name}`,
    refs: Array.from(
      { length: count },
      (_, index) => `user:default/${name}-${index}`,
    ),
  };
}

/** The Group of a team and its Users, as the catalog has them. */
function entitiesOf({ owner, refs }: Team): Entity[] {
  return [
    entityOf('Group', owner, 'hasMember', refs),
    ...refs.map(ref => entityOf('User', ref, 'memberOf', [owner])),
  ];
}

function entityOf(
  kind: string,
  ref: string,
  type: string,
  targets: readonly string[],
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name: ref.split('/')[1], namespace: 'default' },
    spec: {},
    relations: targets.map(targetRef => ({ type, targetRef })),
  };
}

/** The very objects that the portal makes for people in a workspace. */
function accountsOf(id: string, refs: readonly string[]): RawWrite[] {
  const workspace: Pick<Workspace, 'id' | 'generation'> = { id, generation: 1 };
  return namespacesOf(id).flatMap(namespace =>
    refs.map(ref => ({
      verb: 'apply' as const,
      object: renderServiceAccount(workspace, namespace, {
        person: {
          ref,
          role: 'user',
          subject: ref,
          serviceAccount: serviceAccountName(ref),
        },
        annotations: {},
      }),
    })),
  );
}
