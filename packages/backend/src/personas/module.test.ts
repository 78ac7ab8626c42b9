import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { RELATION_MEMBER_OF, type UserEntity } from '@backstage/catalog-model';
import authPlugin from '@backstage/plugin-auth-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import { authModulePersonas } from './module';

const lee: UserEntity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'lee' },
  spec: { memberOf: ['team-ds', 'team-alpha'] },
  relations: [
    { type: RELATION_MEMBER_OF, targetRef: 'group:default/team-alpha' },
    { type: RELATION_MEMBER_OF, targetRef: 'group:default/team-ds' },
  ],
};

const personas = {
  development: {
    users: [
      {
        id: 'lead',
        entityRef: 'user:default/lee',
        displayName: 'Lee Lead',
        title: 'Lead of two teams',
        description: 'Leads two teams.',
      },
      {
        id: 'ghost',
        entityRef: 'user:default/ghost',
        displayName: 'Gus Ghost',
        title: 'Unknown',
        description: 'Is not in the catalog.',
      },
    ],
  },
};

function startAuth(providers: object) {
  return startTestBackend({
    features: [
      authPlugin,
      authModulePersonas,
      catalogServiceMock.factory({ entities: [lee] }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost:3000' },
          auth: { providers },
        },
      }),
    ],
  });
}

describe('authModulePersonas', () => {
  afterEach(() => jest.restoreAllMocks());

  describe('in development', () => {
    beforeEach(() => {
      jest.replaceProperty(process, 'env', {
        ...process.env,
        NODE_ENV: 'development',
      });
    });

    it('should sign a persona in as its catalog user with its direct groups', async () => {
      const { server } = await startAuth({ personas });
      const { status, body } = await request(server).get(
        '/api/auth/personas/refresh?persona=lead',
      );
      expect(status).toBe(200);
      expect(body.profile).toEqual({ displayName: 'Lee Lead' });
      expect(body.backstageIdentity.token).toMatch(/^ey/);
      expect(body.backstageIdentity.identity).toEqual({
        type: 'user',
        userEntityRef: 'user:default/lee',
        ownershipEntityRefs: [
          'user:default/lee',
          'group:default/team-alpha',
          'group:default/team-ds',
        ],
      });
    });

    it.each([
      ['/api/auth/personas/refresh', 400, /Name one persona/],
      [
        '/api/auth/personas/refresh?persona=lead&persona=ghost',
        400,
        /Name one persona/,
      ],
      [
        '/api/auth/personas/refresh?persona=stranger',
        404,
        /there are lead, ghost/,
      ],
      [
        '/api/auth/personas/refresh?persona=ghost',
        503,
        /The catalog has no user:default\/ghost yet/,
      ],
    ])('should refuse %s with %d', async (path, status, message) => {
      const { server } = await startAuth({ personas });
      const response = await request(server).get(path);
      expect(response.status).toBe(status);
      expect(response.body.error.message).toMatch(message);
    });

    it('should sign nobody in when no personas are configured', async () => {
      const { server } = await startAuth({});
      const { status } = await request(server).get(
        '/api/auth/personas/refresh?persona=lead',
      );
      expect(status).toBe(404);
    });
  });

  describe('outside development', () => {
    it('should stop the start of the backend when personas are configured', async () => {
      await expect(startAuth({ personas })).rejects.toThrow(
        /refused outside development/,
      );
    });

    it('should not be in the way when no personas are configured', async () => {
      const { server } = await startAuth({});
      const { status } = await request(server).get(
        '/api/auth/personas/refresh?persona=lead',
      );
      expect(status).toBe(404);
    });
  });
});
