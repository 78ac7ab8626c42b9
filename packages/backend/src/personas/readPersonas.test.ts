import { ConfigReader } from '@backstage/config';
import { readPersonas } from './readPersonas';

const dana = {
  id: 'developer',
  entityRef: 'user:default/dana',
  displayName: 'Dana Developer',
};

describe('readPersonas', () => {
  it('should find each persona by its id', () => {
    const personas = readPersonas(
      new ConfigReader({ development: { users: [dana] } }),
    );
    expect(personas.get('developer')).toEqual(dana);
    expect(personas.get('nobody')).toBeUndefined();
  });

  it('should refuse two personas of one id', () => {
    expect(() =>
      readPersonas(new ConfigReader({ development: { users: [dana, dana] } })),
    ).toThrow("Two personas are called 'developer'");
  });

  it('should name what is missing', () => {
    expect(() =>
      readPersonas(new ConfigReader({ development: { users: [{ id: 'x' }] } })),
    ).toThrow(/entityRef/);
  });
});
