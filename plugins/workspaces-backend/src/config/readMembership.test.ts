import { resolve } from 'node:path';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readMembership } from './readMembership';

const read = (data: JsonObject) => readMembership(new ConfigReader(data));

describe('readMembership', () => {
  it('should leave the default to whoever asks, with the locations of the catalog', () => {
    const locations = [
      { type: 'file', target: 'examples/org.yaml' },
      { type: 'url', target: 'https://example.com/org.yaml' },
    ];
    expect(read({ catalog: { locations } })).toEqual({
      trustedLocations: undefined,
      catalogLocations: [
        `file:${resolve('examples/org.yaml')}`,
        'url:https://example.com/org.yaml',
      ],
    });
    expect(read({}).catalogLocations).toEqual([]);
  });

  it('should read patterns', () => {
    const trustedLocations = ['url:https://github.com/acme/org/*', 'ldap://*'];
    expect(read({ workspaces: { membership: { trustedLocations } } })).toEqual({
      trustedLocations,
      catalogLocations: [],
    });
  });

  it.each(['*', 'file', ':x', 'url: https://x'])(
    'should refuse the pattern "%s"',
    pattern => {
      const membership = { trustedLocations: [pattern] };
      expect(() => read({ workspaces: { membership } })).toThrow(
        'workspaces.membership.trustedLocations[0]',
      );
    },
  );

  it('should refuse a misspelt key', () => {
    const membership = { trustedLocation: [] };
    expect(() => read({ workspaces: { membership } })).toThrow(
      'workspaces.membership.trustedLocation',
    );
  });
});
