import type { S3Client } from '@aws-sdk/client-s3';
import { findControlPlaneObstacle } from '../cluster/controlPlane';
import {
  ChainStage,
  getObject,
  isAllowed,
  listObjects,
  putObject,
  type Session,
} from './__testUtils__/ChainStage';
import { findMinistackObstacle } from './ministack';

const IDS = ['team', 'team-a', 'team-a-b'];
const obstacle = process.env.CI
  ? undefined
  : findMinistackObstacle() ?? findControlPlaneObstacle();
const describeChain = obstacle ? describe.skip : describe;

// Kubernetes issues the token, the portal made the role, and the emulator of AWS enforces both of its policies.
describeChain(
  obstacle ?? 'From the token of a ServiceAccount to an object in S3',
  () => {
    let stage: ChainStage;

    beforeAll(async () => {
      stage = await ChainStage.start(IDS);
    }, 180_000);

    afterAll(() => stage?.stop());

    describe.each(IDS)('a session of %s', id => {
      let s3: S3Client;

      beforeAll(async () => {
        s3 = await stage.assume(ChainStage.session(id));
      });

      it.each<[string, boolean, (client: S3Client) => Promise<unknown>]>([
        ['writes into its prefix', true, c => putObject(c, `${id}/new`)],
        ['reads from its prefix', true, c => getObject(c, `${id}/object`)],
        ['lists its prefix', true, c => listObjects(c, `${id}/`)],
        ['lists below its prefix', true, c => listObjects(c, `${id}/x/`)],
        ...IDS.filter(other => other !== id).flatMap<
          [string, boolean, (client: S3Client) => Promise<unknown>]
        >(other => [
          [`writes for ${other}`, false, c => putObject(c, `${other}/new`)],
          [`reads from ${other}`, false, c => getObject(c, `${other}/object`)],
          [`lists ${other}`, false, c => listObjects(c, `${other}/`)],
        ]),
        ['writes at the root', false, c => putObject(c, 'new')],
        ['reads at the root', false, c => getObject(c, 'object')],
        ['lists the whole bucket', false, c => listObjects(c, undefined)],
        ['lists the root', false, c => listObjects(c, '')],
        ['lists without the slash', false, c => listObjects(c, id)],
        ['writes beside its prefix', false, c => putObject(c, `${id}x/new`)],
        ['writes an object named so', false, c => putObject(c, id)],
      ])('%s: %s', async (_, allowed, request) => {
        expect(await isAllowed(request(s3))).toBe(allowed);
      });
    });

    describe.each(IDS)('the role of %s', id => {
      const others = IDS.filter(other => other !== id);

      it.each<[string, boolean, Partial<Session>]>([
        ['a person in its notebooks', true, {}],
        [
          'a person in its pipelines',
          true,
          { namespace: `${id}-drls-pipelines` },
        ],
        ['ServiceAccount default', false, { serviceAccount: 'default' }],
        ['another ServiceAccount', false, { serviceAccount: 'builder' }],
        [
          'a token for the cluster',
          false,
          { audience: 'https://kubernetes.default.svc' },
        ],
        ...others.map<[string, boolean, Partial<Session>]>(other => [
          `a person of ${other}`,
          false,
          { namespace: `${other}-notebooks` },
        ]),
      ])('is had by %s: %s', async (_, allowed, overrides) => {
        const session = ChainStage.session(id, overrides);
        expect(await isAllowed(stage.assume(session))).toBe(allowed);
      });
    });
  },
);
