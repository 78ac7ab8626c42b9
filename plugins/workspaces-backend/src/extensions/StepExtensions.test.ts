import type { WorkspaceStep } from '@team-workspaces/backstage-plugin-workspaces-node';
import { StepExtensions } from './StepExtensions';

const step = (id: string, dependsOn: string[] = []): WorkspaceStep => ({
  id,
  title: id,
  dependsOn,
  essential: true,
  plan: async () => ({ changes: [], problems: [], total: 0 }),
  apply: async () => undefined,
  planRemoval: async () => ({ changes: [], problems: [], total: 0 }),
  remove: async () => undefined,
});

describe('StepExtensions', () => {
  it('should put added steps behind our own', () => {
    const extensions = new StepExtensions();
    extensions.addStep(step('added', ['own']));
    expect(extensions.joinedTo([step('own')]).map(({ id }) => id)).toEqual([
      'own',
      'added',
    ]);
  });

  it('should refuse an id twice', () => {
    const extensions = new StepExtensions();
    extensions.addStep(step('added'));
    expect(() => extensions.addStep(step('added'))).toThrow(
      'The step "added" cannot be added',
    );
    expect(() => extensions.joinedTo([step('added')])).toThrow(
      'one of that id already',
    );
  });

  it('should refuse a step that depends on one that is not there', () => {
    const extensions = new StepExtensions();
    extensions.addStep(step('added', ['missing']));
    expect(() => extensions.joinedTo([step('own')])).toThrow(
      'The step "added" depends on "missing", which is not there.',
    );
  });
});
