import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import * as yaml from 'yaml';
import { createWorkspacesAwaitAction } from './actions/await';
import { createWorkspacesCreateAction } from './actions/create';
import { mockApi } from './testUtils';

const template = yaml.parse(
  readFileSync(
    resolve(__dirname, '../../../templates/request-workspace/template.yaml'),
    'utf8',
  ),
);
const dependencies = { api: mockApi({}), auth: mockServices.auth() };
const actions = [
  createWorkspacesCreateAction(dependencies),
  createWorkspacesAwaitAction(dependencies),
];

describe('the template request-workspace', () => {
  it('should give each action the input that it knows and needs', () => {
    expect(
      template.spec.steps.map((step: { action: string }) => step.action),
    ).toEqual(actions.map(({ id }) => id));
    for (const [index, { schema }] of actions.entries()) {
      const names = Object.keys(template.spec.steps[index].input);
      const required = [schema?.input?.required].flat();
      expect(Object.keys(schema?.input?.properties ?? {})).toEqual(
        expect.arrayContaining(names),
      );
      expect(names).toEqual(expect.arrayContaining(required));
    }
  });

  it('should use only parameters and outputs that exist', () => {
    const parameters = template.spec.parameters.flatMap(
      (page: { properties: object }) => Object.keys(page.properties),
    );
    const text = JSON.stringify([template.spec.steps, template.spec.output]);
    for (const [, name] of text.matchAll(/parameters\.(\w+)/g)) {
      expect(parameters).toContain(name);
    }
    for (const [, step, name] of text.matchAll(
      /steps\.(\w+)\.output\.(\w+)/g,
    )) {
      const action = actions.find(({ id }) => id === `workspaces:${step}`);
      expect(Object.keys(action?.schema?.output?.properties ?? {})).toContain(
        name,
      );
    }
  });
});
