import { parse } from 'yaml';
import { readText } from './__testUtils__/repository';

const README = 'plugins/workspaces-backend/README.md';
const SCHEMA = 'plugins/workspaces-backend/src/schema/openapi.yaml';

describe('the table of requests in the README of the backend', () => {
  const { paths } = parse(readText(SCHEMA)) as {
    paths: Record<string, Record<string, unknown>>;
  };
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    Object.keys(item)
      .filter(key => key !== 'parameters')
      .map(method => `${method.toUpperCase()} ${path.replace('/v1', '')}`),
  );
  const documented = [
    ...readText(README).matchAll(/`((?:GET|POST|PUT|PATCH|DELETE) \/[^`]*)`/g),
  ].map(([, operation]) => operation);

  it('names every request of the API, and no other', () => {
    expect([...new Set(documented)].sort()).toEqual(operations.sort());
  });
});
