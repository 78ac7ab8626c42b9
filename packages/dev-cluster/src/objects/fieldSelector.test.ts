import { parseFieldSelector } from './fieldSelector';

describe('parseFieldSelector', () => {
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'one', namespace: 'a' },
    status: { phase: 'Running' },
  };

  it.each([
    [null, true],
    ['metadata.name=one', true],
    ['metadata.name=two', false],
    ['metadata.name!=two', true],
    ['metadata.name=one,metadata.namespace=a', true],
    ['status.phase=Running', true],
    ['spec.nodeName=', true],
  ])('finds for %j: %s', (text, expected) => {
    expect(parseFieldSelector(text, 'Pod').matches(pod)).toBe(expected);
  });

  it.each(['status.phase=Running', 'nothing=x', 'metadata.name'])(
    'refuses %s for ConfigMaps',
    text => {
      expect(() => parseFieldSelector(text, 'ConfigMap')).toThrow();
    },
  );
});
