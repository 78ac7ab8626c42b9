import { mockServices } from '@backstage/backend-test-utils';
import { assertPersonasAllowed } from './assertPersonasAllowed';

const rootConfig = (environment?: string) =>
  mockServices.rootConfig({ data: { auth: { environment } } });

describe('assertPersonasAllowed', () => {
  it.each([undefined, 'development'])(
    'should allow personas in development (auth.environment: %s)',
    environment => {
      expect(() =>
        assertPersonasAllowed({
          config: rootConfig(environment),
          nodeEnv: 'development',
        }),
      ).not.toThrow();
    },
  );

  it.each([
    ['production', 'production'],
    ['production', 'development'],
    ['development', 'production'],
    ['development', 'test'],
    ['development', undefined],
    ['staging', 'development'],
  ])(
    'should refuse personas when auth.environment is %s and NODE_ENV is %s',
    (environment, nodeEnv) => {
      expect(() =>
        assertPersonasAllowed({ config: rootConfig(environment), nodeEnv }),
      ).toThrow(/refused outside development.*auth\.providers\.personas: null/);
    },
  );
});
