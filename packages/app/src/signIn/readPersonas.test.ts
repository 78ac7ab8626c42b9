import { ConfigReader } from '@backstage/config';
import { readPersonas } from './readPersonas';

const dana = {
  id: 'developer',
  entityRef: 'user:default/dana',
  displayName: 'Dana Developer',
  title: 'Developer',
  description: 'Writes software.',
};

const config = (environment?: string) =>
  new ConfigReader({
    auth: {
      environment,
      providers: { personas: { development: { users: [dana] } } },
    },
  });

describe('readPersonas', () => {
  it('should read personas in development', () => {
    expect(readPersonas(config())).toEqual([dana]);
    expect(readPersonas(config('development'))).toEqual([dana]);
  });

  it('should find none in another environment', () => {
    expect(readPersonas(config('production'))).toEqual([]);
  });

  it('should find none where none are configured', () => {
    expect(readPersonas(new ConfigReader({}))).toEqual([]);
    expect(
      readPersonas(
        new ConfigReader({ auth: { providers: { personas: null } } }),
      ),
    ).toEqual([]);
  });
});
