import { POD_IDENTITY } from '../policies/__testUtils__/roleInput';
import type { PolicyStatement } from '../policies/PolicyDocument';
import { renderTrustPolicy } from '../policies/renderTrustPolicy';
import { renderedSubject } from './__testUtils__/renderedSubject';
import { proveIsolation } from './IsolationProver';

const NEIGHBOUR = renderedSubject('team-b').workspace;

/** The role of `team-a`, whose trust lets Pod Identity in as the role of another workspace does. */
function subjectTrusting(
  id: string,
  podIdentity: typeof POD_IDENTITY | undefined,
) {
  const subject = renderedSubject('team-a', { podIdentity });
  const [own] = [renderTrustPolicy(subject.workspace).Statement].flat();
  const [, pods] = renderTrustPolicy(
    renderedSubject(id, { podIdentity: POD_IDENTITY }).workspace,
  ).Statement as PolicyStatement[];
  return {
    ...subject,
    trust: { Version: '2012-10-17', Statement: [own, pods] },
    needsPodIdentity: false,
  };
}

describe('proveIsolation of a trust in EKS Pod Identity', () => {
  const prove = (subject: ReturnType<typeof subjectTrusting>) =>
    proveIsolation({ ...subject, neighbours: [NEIGHBOUR] });

  it.each([
    ['configured', POD_IDENTITY],
    ['not configured', undefined],
  ])(
    'finds out that another workspace is let in where it is %s',
    (_, podIdentity) => {
      const { status, counterexamples } = prove(
        subjectTrusting('team-b', podIdentity),
      );
      expect(status).toBe('refuted');
      expect(counterexamples[0]).toMatchObject({
        policy: 'trust',
        expected: 'deny',
        workspaceId: 'team-b',
      });
    },
  );

  it('accepts what is for the own namespaces', () => {
    expect(prove(subjectTrusting('team-a', POD_IDENTITY)).status).toBe(
      'proved',
    );
  });

  it('misses what the workspace itself needs, and only then', () => {
    const { trust } = renderedSubject('team-a');
    const subject = {
      ...renderedSubject('team-a', { podIdentity: POD_IDENTITY }),
      trust,
    };
    const statusOf = (needsPodIdentity: boolean | undefined) =>
      proveIsolation({ ...subject, needsPodIdentity, neighbours: [] }).status;
    expect(statusOf(undefined)).toBe('refuted');
    expect(statusOf(true)).toBe('refuted');
    expect(statusOf(false)).toBe('proved');
  });
});
