import { isExpected, VERBS } from './__testUtils__/expectedRights';
import { PEOPLE, STRANGER, type Person } from './__testUtils__/people';
import type { RbacStage, ServedResource } from './__testUtils__/RbacStage';
import {
  findStageObstacle,
  STAGE_LIMIT_MS,
  useStage,
} from './__testUtils__/useStage';

jest.setTimeout(STAGE_LIMIT_MS);

const obstacle = findStageObstacle();
const describeWhereItRuns = obstacle ? describe.skip : describe;

/** Questions to the cluster at once. */
const AT_ONCE = 32;

/** Asks every verb on every resource in some namespaces; returns the answers that differ from what is expected. */
async function findSurprises(
  stage: RbacStage,
  person: Person,
  namespaces: readonly string[],
  role: Person['role'],
): Promise<{ asked: number; surprises: string[] }> {
  const resources = await stage.discoverResources();
  const questions = namespaces.flatMap(namespace =>
    resources.flatMap(resource =>
      VERBS.map(verb => ({ namespace, verb, resource })),
    ),
  );
  const surprises: string[] = [];
  const ask = async (question: {
    namespace: string;
    verb: string;
    resource: ServedResource;
  }) => {
    const { namespace, verb, resource } = question;
    const [name, subresource] = resource.resource.split('/');
    const allowed = await stage.mayDo(person, {
      namespace,
      verb,
      group: resource.group,
      resource: name,
      subresource,
    });
    if (allowed !== isExpected(role, verb, resource)) {
      surprises.push(
        `${person.name} ${allowed ? 'may' : 'may not'} ${verb} ${
          resource.resource
        } in ${namespace || 'the whole cluster'}`,
      );
    }
  };
  const pending = questions[Symbol.iterator]();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const question of pending) {
        await ask(question);
      }
    }),
  );
  return { asked: questions.length, surprises };
}

describeWhereItRuns(`every verb on every resource ${obstacle ?? ''}`, () => {
  const stage = useStage();

  it.each(PEOPLE)(
    '$title may do in their workspace what the role names, and nothing else',
    async person => {
      const [first] = stage.current.runners.own.workspace.namespaces;
      const { asked, surprises } = await findSurprises(
        stage.current,
        person,
        [first.name],
        person.role,
      );
      expect(surprises).toEqual([]);
      expect(asked).toBeGreaterThan(1_000);
    },
  );

  it.each(PEOPLE.filter(person => person !== STRANGER))(
    '$title may do nothing in another workspace, in the namespaces of the platform and in the whole cluster',
    async person => {
      const [other] = stage.current.runners.other.workspace.namespaces;
      const { surprises } = await findSurprises(
        stage.current,
        person,
        [other.name, 'kube-system', ''],
        undefined,
      );
      expect(surprises).toEqual([]);
    },
  );

  it('has the same rights in each namespace of a workspace', async () => {
    const { namespaces } = stage.current.runners.own.workspace;
    for (const { name: namespace } of namespaces) {
      for (const person of PEOPLE) {
        for (const [verb, resource] of [
          ['list', 'pods'],
          ['create', 'pods'],
          ['deletecollection', 'pods'],
          ['get', 'secrets'],
        ]) {
          const served = { group: '', resource };
          expect(
            await stage.current.mayDo(person, { namespace, verb, ...served }),
          ).toBe(isExpected(person.role, verb, served));
        }
      }
    }
  });

  it.each(PEOPLE)('$title may act as nobody else', async person => {
    for (const [group, resource] of [
      ['', 'users'],
      ['', 'groups'],
      ['', 'serviceaccounts'],
      ['authentication.k8s.io', 'uids'],
      ['authentication.k8s.io', 'userextras'],
    ]) {
      expect(
        await stage.current.mayDo(person, {
          verb: 'impersonate',
          group,
          resource,
        }),
      ).toBe(false);
    }
  });
});
