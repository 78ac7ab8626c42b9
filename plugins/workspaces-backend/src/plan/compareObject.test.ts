import {
  GENERATION_ANNOTATION,
  MANAGED_BY,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import type {
  KubernetesObject,
  ManagedFieldsEntry,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { compareObject } from './compareObject';

const desired: KubernetesObject = {
  apiVersion: 'v1',
  kind: 'ResourceQuota',
  metadata: {
    name: 'workspace',
    namespace: 'team-a-x',
    labels: { 'app.kubernetes.io/name': 'x' },
    annotations: { [GENERATION_ANNOTATION]: '2' },
  },
  spec: { hard: { 'requests.cpu': '8', pods: '20' } },
};

const OURS: ManagedFieldsEntry = {
  manager: MANAGED_BY,
  operation: 'Apply',
  time: '2026-01-01T00:00:00Z',
  fieldsV1: {
    'f:metadata': {
      'f:labels': { 'f:app.kubernetes.io/name': {} },
      'f:annotations': { [`f:${GENERATION_ANNOTATION}`]: {} },
    },
    'f:spec': { 'f:hard': { 'f:requests.cpu': {}, 'f:pods': {} } },
  },
};

const live = (
  spec: unknown,
  managedFields: ManagedFieldsEntry[] = [OURS],
): KubernetesObject => ({
  ...desired,
  metadata: {
    ...desired.metadata,
    uid: '1',
    resourceVersion: '5',
    annotations: { [GENERATION_ANNOTATION]: '1' },
    managedFields,
  },
  spec,
  status: { used: { pods: '3' } },
});

describe('compareObject', () => {
  it('finds nothing in an object as it should be, whatever its generation', () => {
    expect(compareObject(desired, live(desired.spec))).toEqual([]);
  });

  it('lists every field of an object that does not exist', () => {
    expect(compareObject(desired, undefined)).toEqual([
      { path: 'metadata.labels[app.kubernetes.io/name]', after: 'x' },
      { path: 'spec.hard[requests.cpu]', after: '8' },
      { path: 'spec.hard.pods', after: '20' },
    ]);
  });

  it('names field, values, manager and time of a change by somebody', () => {
    const kubectl: ManagedFieldsEntry = {
      manager: 'kubectl-edit',
      operation: 'Update',
      time: '2026-02-02T00:00:00Z',
      fieldsV1: { 'f:spec': { 'f:hard': { 'f:requests.cpu': {} } } },
    };
    const earlier = {
      ...kubectl,
      manager: 'old',
      time: '2026-01-01T00:00:00Z',
    };
    expect(
      compareObject(
        desired,
        live({ hard: { 'requests.cpu': '16', pods: '20' } }, [
          OURS,
          kubectl,
          earlier,
        ]),
      ),
    ).toEqual([
      {
        path: 'spec.hard[requests.cpu]',
        before: '16',
        after: '8',
        manager: 'kubectl-edit',
        managedAt: '2026-02-02T00:00:00Z',
      },
    ]);
  });

  it('finds a field that somebody took away, and knows nobody to name', () => {
    expect(compareObject(desired, live({ hard: { pods: '20' } }))).toEqual([
      { path: 'spec.hard[requests.cpu]', after: '8' },
    ]);
  });

  it('leaves fields of others aside', () => {
    const others = {
      hard: { 'requests.cpu': '8', pods: '20', 'count/x': '1' },
    };
    expect(compareObject(desired, live(others))).toEqual([]);
  });

  it('takes away what we applied before and do not want any more', () => {
    const before = {
      ...OURS,
      fieldsV1: {
        'f:spec': {
          'f:hard': { 'f:pods': {}, 'f:services': {}, 'f:gone': {} },
        },
      },
    };
    const spec = { hard: { 'requests.cpu': '8', pods: '20', services: '5' } };
    expect(compareObject(desired, live(spec, [before]))).toEqual([
      { path: 'spec.hard.services', before: '5' },
    ]);
    const byUpdate = { ...before, operation: 'Update' };
    expect(compareObject(desired, live(spec, [byUpdate]))).toEqual([]);
    const status = { ...before, subresource: 'status' };
    expect(compareObject(desired, live(spec, [status]))).toEqual([]);
  });

  it('compares lists as a whole', () => {
    const rules = { ...desired, spec: { egress: [{ ports: [{ port: 53 }] }] } };
    const same = { egress: [{ ports: [{ port: 53 }] }] };
    const longer = { egress: [{ ports: [{ port: 53 }] }, {}] };
    const manager = {
      manager: 'kubectl',
      operation: 'Update',
      fieldsV1: { 'f:spec': { 'f:egress': {} } },
    };
    expect(compareObject(rules, live(same, []))).toEqual([]);
    expect(compareObject(rules, live(longer, [manager]))).toEqual([
      {
        path: 'spec.egress',
        before: longer.egress,
        after: same.egress,
        manager: 'kubectl',
      },
    ]);
  });

  it('takes an empty list for exactly empty, be it there or left out', () => {
    const none = { ...desired, spec: { ingress: [] } };
    const some = { ingress: [{}] };
    expect(compareObject(none, live({}, []))).toEqual([]);
    expect(compareObject(none, live({ ingress: [] }, []))).toEqual([]);
    expect(compareObject(none, live(some, []))).toEqual([
      { path: 'spec.ingress', before: some.ingress, after: [] },
    ]);
  });

  it('takes an empty object for exactly empty', () => {
    const all = { ...desired, spec: { podSelector: {} } };
    const some = { podSelector: { matchLabels: { app: 'x' } } };
    expect(compareObject(all, live({ podSelector: {} }, []))).toEqual([]);
    expect(compareObject(all, live(some, []))).toEqual([
      { path: 'spec.podSelector', before: some.podSelector, after: {} },
    ]);
  });

  it('compares lists item by item where Kubernetes merges them by key', () => {
    const wanted = {
      ...desired,
      spec: { ports: [{ port: 80, protocol: 'TCP', name: 'web' }] },
    };
    const key = 'k:{"port":80,"protocol":"TCP"}';
    const other = 'k:{"port":90,"protocol":"TCP"}';
    const owned = (...keys: string[]): ManagedFieldsEntry => ({
      ...OURS,
      fieldsV1: {
        'f:spec': {
          'f:ports': Object.fromEntries(
            keys.map(each => [each, { '.': {}, 'f:name': {} }]),
          ),
        },
      },
    });
    const web = { port: 80, protocol: 'TCP', name: 'web' };
    const extra = { port: 90, protocol: 'TCP', name: 'extra' };
    expect(
      compareObject(wanted, live({ ports: [extra, web] }, [owned(key)])),
    ).toEqual([]);
    expect(
      compareObject(wanted, live({ ports: [extra, web] }, [owned(key, other)])),
    ).toEqual([{ path: 'spec.ports[port=90,protocol=TCP]', before: extra }]);
    expect(
      compareObject(
        wanted,
        live({ ports: [{ ...web, name: 'x' }, extra] }, [owned(key)]),
      ),
    ).toEqual([
      {
        path: 'spec.ports[port=80,protocol=TCP].name',
        before: 'x',
        after: 'web',
      },
    ]);
    expect(
      compareObject(wanted, live({ ports: [extra] }, [owned(other)])),
    ).toEqual([
      { path: 'spec.ports[port=80,protocol=TCP]', after: web },
      { path: 'spec.ports[port=90,protocol=TCP]', before: extra },
    ]);
  });

  it('takes values out of a set', () => {
    const wanted = { ...desired, metadata: { ...desired.metadata } };
    const entry = {
      ...OURS,
      fieldsV1: {
        'f:spec': { 'f:set': { '.': {}, 'v:"a"': {}, 'v:"b"': {} } },
      },
    };
    expect(
      compareObject(
        { ...wanted, spec: { set: ['a'] } },
        live({ set: ['a'] }, [entry]),
      ),
    ).toEqual([]);
  });
});
