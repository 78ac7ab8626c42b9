import type {
  IamProvider,
  IamProviderContext,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { IamExtensions } from './IamExtensions';

const CONTEXT = {} as IamProviderContext;
const OWN = { annotationKeys: ['own'] } as unknown as IamProvider;
const ADDED = { annotationKeys: ['added'] } as unknown as IamProvider;

describe('IamExtensions', () => {
  it('should make our own provider when no module sets one', () => {
    expect(new IamExtensions().createProvider(CONTEXT, () => OWN)).toBe(OWN);
  });

  it('should make the one of a module, once, with the context', () => {
    const extensions = new IamExtensions();
    const create = jest.fn(() => ADDED);
    extensions.setProvider(create);
    expect(extensions.createProvider(CONTEXT, () => OWN)).toBe(ADDED);
    expect(create.mock.calls).toEqual([[CONTEXT]]);
  });

  it('should refuse a second one', () => {
    const extensions = new IamExtensions();
    extensions.setProvider(() => ADDED);
    expect(() => extensions.setProvider(() => OWN)).toThrow('already');
  });
});
