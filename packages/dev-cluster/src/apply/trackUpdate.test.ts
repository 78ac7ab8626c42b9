import type { KubernetesObject } from '../objects/KubernetesObject';
import { schemaOf } from './schemas';
import { trackUpdate } from './trackUpdate';

describe('trackUpdate', () => {
  const configMap = (data: { [key: string]: string }): KubernetesObject => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'one' },
    data,
  });
  const track = (
    live: KubernetesObject | undefined,
    changed: KubernetesObject,
    manager: string,
  ) =>
    trackUpdate({
      schema: schemaOf({ kind: 'ConfigMap', custom: false }),
      live,
      changed,
      writer: { manager, operation: 'Update', apiVersion: 'v1' },
      time: '2026-01-01T00:00:00Z',
    });
  const owners = ({ metadata }: KubernetesObject) =>
    Object.fromEntries(
      (metadata.managedFields ?? []).map(entry => [
        entry.manager,
        entry.fieldsV1,
      ]),
    );

  it('gives a new object to its author', () => {
    const created = track(undefined, configMap({ a: '1' }), 'author');
    expect(owners(created)).toEqual({
      author: { 'f:data': { '.': {}, 'f:a': {} } },
    });
  });

  it('gives changed fields to the one who changed them', () => {
    const created = track(undefined, configMap({ a: '1', b: '1' }), 'author');
    const changed = track(created, configMap({ a: '2', b: '1' }), 'editor');
    expect(owners(changed)).toEqual({
      author: { 'f:data': { '.': {}, 'f:b': {} } },
      editor: { 'f:data': { 'f:a': {} } },
    });
  });

  it('takes removed fields from everybody', () => {
    const created = track(undefined, configMap({ a: '1', b: '1' }), 'author');
    const changed = track(created, configMap({ a: '1' }), 'editor');
    expect(owners(changed)).toEqual({
      author: { 'f:data': { '.': {}, 'f:a': {} } },
    });
  });
});
