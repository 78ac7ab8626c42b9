import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
  type AuthService,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  catalogServiceRef,
  type CatalogService,
} from '@backstage/plugin-catalog-node';
import { untilTrue } from '../__testUtils__/untilTrue';
import { readMembership } from '../config/readMembership';
import { GroupDirectory } from './GroupDirectory';
import { LocationTrust } from './LocationTrust';

// A whole backend starts slowly on a busy machine.
jest.setTimeout(60_000);

const REGISTERED = 'https://example.com/mine/catalog-info.yaml';

/** What somebody registers: a Group, and a User who claims to be in a team, both pretending to come from elsewhere. */
const MINE = ['Group', 'User']
  .map(
    kind => `
apiVersion: backstage.io/v1alpha1
kind: ${kind}
metadata:
  name: mine
  annotations:
    backstage.io/managed-by-origin-location: file:/portal/org.yaml
spec:
  type: team
  children: [team]
  parent: team
  memberOf: [team]
`,
  )
  .join('---');

const TEAM = `
apiVersion: backstage.io/v1alpha1
kind: Group
metadata: { name: team }
spec: { type: team, children: [] }
---
apiVersion: backstage.io/v1alpha1
kind: User
metadata: { name: dana }
spec: { memberOf: [team] }
`;

describe('LocationTrust with the catalog', () => {
  let directory: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'location-trust-'));
  });

  afterEach(() => rm(directory, { recursive: true }));

  it('should tell what is configured from what somebody registered', async () => {
    const target = join(directory, 'org.yaml');
    await writeFile(target, TEAM);
    const rootConfig = mockServices.rootConfig({
      data: {
        catalog: {
          rules: [{ allow: ['Group', 'User', 'Location'] }],
          processingInterval: { seconds: 1 },
          locations: [{ type: 'file', target }],
        },
      },
    });
    let found: { catalog: CatalogService; auth: AuthService } | undefined;
    const backend = await startTestBackend({
      features: [
        catalogPlugin,
        createServiceFactory({
          service: coreServices.rootConfig,
          deps: {},
          factory: () => rootConfig,
        }),
        createServiceFactory({
          service: coreServices.urlReader,
          deps: {},
          factory: () =>
            mockServices.urlReader.mock({
              search: async () => ({
                etag: 'one',
                files: [
                  { url: REGISTERED, content: async () => Buffer.from(MINE) },
                ],
              }),
            }),
        }),
        createBackendPlugin({
          pluginId: 'test',
          register(env) {
            env.registerInit({
              deps: { catalog: catalogServiceRef, auth: coreServices.auth },
              async init(services) {
                found = services;
              },
            });
          },
        }),
      ],
    });
    try {
      if (!found) {
        throw new Error('The backend started without the test plugin.');
      }
      const { catalog, auth } = found;
      const credentials = await auth.getOwnServiceCredentials();
      await catalog.addLocation(
        { type: 'url', target: REGISTERED },
        { credentials },
      );
      const groups = new GroupDirectory({
        catalog,
        auth,
        logger: mockServices.logger.mock(),
        trust: new LocationTrust({
          ...readMembership(rootConfig),
          catalog,
          auth,
        }),
      });
      const refs = ['group:default/team', 'user:default/dana'];
      const mine = ['group:default/mine', 'user:default/mine'];
      const standing = async () => {
        groups.refresh();
        return [...(await groups.standingOf([...refs, ...mine])).values()].map(
          ({ state }) => state,
        );
      };
      await untilTrue(
        'the entities',
        async () => !(await standing()).includes('unknown'),
        30_000,
      );
      expect(await standing()).toEqual([
        'effective',
        'effective',
        'untrusted',
        'untrusted',
      ]);
      expect(await groups.descendantsOf(['group:default/team'])).toEqual([]);
    } finally {
      await backend.stop();
    }
  });
});
