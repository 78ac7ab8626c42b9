import type { KubernetesObject } from '@team-workspaces/backstage-plugin-workspaces-node';
import { identityKey, planObjects } from './planObjects';

const object = (
  name: string,
  fields: Record<string, unknown> = {},
  metadata: object = {},
): KubernetesObject => ({
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'RoleBinding',
  metadata: { name, namespace: 'team-a-x', ...metadata },
  ...fields,
});

const live = (name: string, fields: Record<string, unknown> = {}) =>
  object(name, fields, { uid: `uid-${name}` });

const summary = (wanted: KubernetesObject[], found: KubernetesObject[]) =>
  planObjects({ step: 'rbac', wanted, live: found }).map(
    ({ action, object: { name, uid } }) => `${action} ${name} ${uid}`,
  );

describe('planObjects', () => {
  it('is empty without a difference', () => {
    expect(summary([object('a', { x: 1 })], [live('a', { x: 1 })])).toEqual([]);
  });

  it('creates, updates and deletes', () => {
    expect(
      summary(
        [object('new'), object('changed', { x: 1 }), object('same', { x: 1 })],
        [live('changed', { x: 2 }), live('same', { x: 1 }), live('old')],
      ),
    ).toEqual([
      'create new undefined',
      'update changed uid-changed',
      'delete old uid-old',
    ]);
  });

  it('carries what applying needs', () => {
    const [change] = planObjects({
      step: 'rbac',
      wanted: [object('a', { x: 1 })],
      live: [live('a', { x: 2 })],
    });
    expect(change).toMatchObject({
      step: 'rbac',
      fields: [{ path: 'x', before: 2, after: 1 }],
      desired: { x: 1 },
      live: { x: 2 },
    });
  });

  it('makes a binding again whose role differs, because Kubernetes never changes that', () => {
    const changes = planObjects({
      step: 'rbac',
      wanted: [object('a', { roleRef: { name: 'workspace-user' } })],
      live: [live('a', { roleRef: { name: 'cluster-admin' } })],
    });
    expect(changes.map(({ action }) => action)).toEqual(['delete', 'create']);
    expect(changes[0].object.uid).toBe('uid-a');
    expect(changes[1].live).toBeUndefined();
  });

  it('asks once only for what is on its way out', () => {
    const leaving = object(
      'old',
      {},
      { uid: '1', deletionTimestamp: '2026-01-01T00:00:00Z' },
    );
    expect(summary([], [leaving])).toEqual([]);
  });
});

describe('identityKey', () => {
  it('is the same for an object and its identity', () => {
    const { apiVersion, kind, metadata } = object('a');
    expect(identityKey(object('a'))).toBe(
      identityKey({ apiVersion, kind, ...metadata }),
    );
    expect(identityKey(object('a'))).not.toBe(identityKey(object('b')));
  });
});
