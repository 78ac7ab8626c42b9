import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readProviderConfig } from './readProviderConfig';

const read = (workspaces?: JsonObject) =>
  readProviderConfig(
    new ConfigReader({
      app: { baseUrl: 'https://portal.example.com/' },
      ...(workspaces && { catalog: { providers: { workspaces } } }),
    }),
  );

describe('readProviderConfig', () => {
  it('should need no configuration', () => {
    expect(read()).toEqual({
      schedule: {
        frequency: { minutes: 5 },
        timeout: { minutes: 5 },
        scope: 'local',
      },
      groupNamespace: 'workspaces',
      appBaseUrl: 'https://portal.example.com',
    });
  });

  it('should read schedule and namespace', () => {
    expect(
      read({
        groupNamespace: 'teams',
        schedule: { frequency: { seconds: 30 }, timeout: '1m' },
      }),
    ).toMatchObject({
      schedule: { frequency: { seconds: 30 }, scope: 'local' },
      groupNamespace: 'teams',
    });
  });

  it.each<[string, JsonObject, RegExp]>([
    [
      'the namespace of an organisation',
      { groupNamespace: 'default' },
      /catalog\.providers\.workspaces\.groupNamespace .* "default"/,
    ],
    [
      'what is no namespace',
      { groupNamespace: 'no_namespace' },
      /groupNamespace .* "no_namespace"/,
    ],
    [
      'a schedule for one backend only',
      {
        schedule: {
          frequency: { minutes: 1 },
          timeout: { minutes: 1 },
          scope: 'global',
        },
      },
      /schedule\.scope is not supported/,
    ],
  ])('should refuse %s', (_what, workspaces, message) => {
    expect(() => read(workspaces)).toThrow(message);
  });
});
