import { roleInput } from '../policies/__testUtils__/roleInput';
import { mutate, renderedSubject } from './__testUtils__/renderedSubject';
import { CompiledSubject } from './CompiledSubject';
import { IsolationProver } from './IsolationProver';

const TEAMS = Array.from({ length: 30 }, (_, i) =>
  renderedSubject(`team-${i}`),
);
const NEIGHBOURS = TEAMS.map(({ workspace }) => workspace);

describe('IsolationProver', () => {
  afterEach(() => jest.restoreAllMocks());

  it('does not look at a pair again, and counts it all the same', () => {
    const prover = new IsolationProver();
    const decide = jest.spyOn(CompiledSubject.prototype, 'decide');
    const options = { neighbours: NEIGHBOURS, roles: TEAMS };
    const first = prover.prove(renderedSubject('new'), options);
    const decidedFirst = decide.mock.calls.length;
    expect(decidedFirst).toBe(first.evaluated);
    decide.mockClear();
    const second = prover.prove(renderedSubject('new'), options);
    expect(second).toEqual({
      ...first,
      at: expect.any(String),
      durationMs: expect.any(Number),
    });
    // Own requests, hostile ones, look-alikes and the neighbours that are shown are evaluated each time.
    expect(decide.mock.calls.length).toBeLessThan(decidedFirst / 2);
  });

  it('looks again when the policies or the names have changed', () => {
    const prover = new IsolationProver();
    const subject = renderedSubject('team-a');
    const neighbours = NEIGHBOURS.slice(0, 1);
    expect(prover.prove(subject, { neighbours }).status).toBe('proved');
    const opened = mutate(subject, 'permissions', 'team-data/team-a/*', '*');
    expect(prover.prove(opened, { neighbours }).status).toBe('refuted');
    const moved = { ...NEIGHBOURS[0], namespaces: ['team-a-notebooks'] };
    expect(
      prover.prove(subject, { neighbours: [moved] }).counterexamples,
    ).toContainEqual(expect.objectContaining({ workspaceId: 'team-0' }));
  });

  it('never takes a refuted pair for a proved one', () => {
    const prover = new IsolationProver();
    const opened = mutate(
      renderedSubject('team-a'),
      'permissions',
      'team-data/team-a/*',
      'team-data/*',
    );
    const prove = () =>
      prover.prove(opened, { neighbours: NEIGHBOURS }).counterexamples.length;
    expect(prove()).toBeGreaterThan(0);
    expect(prove()).toBe(prove());
  });

  it('refuses a workspace that roles of others let in', () => {
    const careless = mutate(
      renderedSubject('team'),
      'trust',
      'team-notebooks',
      'team-*',
    );
    const proof = new IsolationProver().prove(renderedSubject('team-a'), {
      neighbours: [careless.workspace],
      roles: [careless],
    });
    expect(proof.status).toBe('refuted');
    expect(proof.counterexamples[0].title).toBe(
      'Role of team: ServiceAccount team-a-notebooks/user-somebody',
    );
    expect(proof.message).toContain('Not denied: Role of team');
  });

  it('keeps what the platform granted apart from what it did not', () => {
    const extraPrefixes = [
      { bucket: 'team-data', prefix: 'team-0/shared/', access: 'read' },
    ] as const;
    const subject = renderedSubject('team-a', { extraPrefixes });
    const prover = new IsolationProver();
    const prove = (role: typeof subject) =>
      prover.prove(role, { neighbours: NEIGHBOURS.slice(0, 1) }).status;
    expect(prove(subject)).toBe('proved');
    // The same policies without the grant, and the grant of reading with writing.
    expect(prove({ ...subject, workspace: roleInput('team-a') })).toBe(
      'refuted',
    );
    const writing = renderedSubject('team-a', {
      extraPrefixes: [{ ...extraPrefixes[0], access: 'write' }],
    });
    expect(prove({ ...writing, workspace: subject.workspace })).toBe('refuted');
  });

  it('proves workspaces of another cluster and bucket', () => {
    const elsewhere = roleInput('team-b', {
      oidcProvider: 'oidc.eks.us-east-1.amazonaws.com/id/1',
      bucket: 'other-data',
    });
    const proof = new IsolationProver().prove(renderedSubject('team-a'), {
      neighbours: [elsewhere],
      source: 'live',
    });
    expect(proof).toMatchObject({ status: 'proved', source: 'live' });
    expect(proof.cases).toContainEqual(
      expect.objectContaining({
        workspaceId: 'team-b',
        request: expect.objectContaining({
          principal: expect.stringContaining('us-east-1'),
        }),
      }),
    );
  });

  it('leaves out the workspace itself', () => {
    const subject = renderedSubject('team-a');
    const proof = new IsolationProver().prove(subject, {
      neighbours: [subject.workspace],
      roles: [subject],
    });
    expect(proof).toMatchObject({ status: 'proved', workspaces: 0 });
  });
});
