import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { LocationTrust } from './LocationTrust';

const ORG = 'url:https://github.com/acme/org/blob/main/org.yaml';
const MINE = 'url:https://github.com/mia/mine/blob/main/catalog-info.yaml';
const FILE = 'file:/portal/examples/org.yaml';

describe('LocationTrust', () => {
  const start = (options: {
    trustedLocations?: string[];
    catalogLocations?: string[];
    registered?: string[];
  }) => {
    const { registered = [] } = options;
    const catalog = catalogServiceMock.mock({
      streamLocations: async function* streamLocations() {
        for (const location of registered) {
          const [type, ...target] = location.split(':');
          yield [
            {
              id: location,
              type,
              target: target.join(':'),
              entityRef: 'location:default/one',
            },
          ];
        }
      },
    });
    const trust = new LocationTrust({
      catalog,
      auth: mockServices.auth(),
      trustedLocations: options.trustedLocations,
      catalogLocations: options.catalogLocations ?? [],
    });
    return {
      catalog,
      trustedAmong: async (...locations: string[]) => [
        ...(await trust.trustedAmong(new Set(locations))),
      ],
    };
  };

  it('should trust everything by default but what somebody registered', async () => {
    const { trustedAmong } = start({ registered: [MINE] });
    expect(await trustedAmong(ORG, MINE, FILE, '')).toEqual([ORG, FILE, '']);
  });

  it('should trust locations of the configuration though they are registered too', async () => {
    const { trustedAmong } = start({
      registered: [MINE, ORG],
      catalogLocations: [ORG],
    });
    expect(await trustedAmong(ORG, MINE)).toEqual([ORG]);
  });

  it('should ask about nothing when all are configured', async () => {
    const { trustedAmong, catalog } = start({ catalogLocations: [FILE] });
    expect(await trustedAmong(FILE, '')).toEqual([FILE, '']);
    expect(catalog.streamLocations).not.toHaveBeenCalled();
  });

  it.each([
    ['url:https://github.com/acme/org/*', [ORG]],
    ['file:*', [FILE]],
    [ORG, [ORG]],
    ['url:https://github.com/acme', []],
    ['url:https://github?com/acme/*', []],
    ['ldap://*', []],
  ])('should trust with the pattern %s only %s', async (pattern, trusted) => {
    const { trustedAmong, catalog } = start({ trustedLocations: [pattern] });
    expect(await trustedAmong(ORG, MINE, FILE, '')).toEqual(trusted);
    expect(catalog.streamLocations).not.toHaveBeenCalled();
  });

  it('should fail when the catalog does not answer', async () => {
    const { trustedAmong, catalog } = start({});
    catalog.streamLocations.mockImplementation(() => {
      throw new Error('away');
    });
    await expect(trustedAmong(MINE)).rejects.toThrow('away');
  });
});
