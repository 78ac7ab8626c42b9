import { assertKnownKeys, invalidConfig } from './configProblems';

describe('invalidConfig', () => {
  it('names the key and the rule', () => {
    expect(invalidConfig('workspaces.admins', 'it is empty.').message).toBe(
      'Invalid configuration at workspaces.admins: it is empty.',
    );
  });
});

describe('assertKnownKeys', () => {
  const section = { keys: () => ['region', 'bukket'] };

  it('lets known keys pass', () => {
    expect(() =>
      assertKnownKeys(section, 'workspaces.aws', ['region', 'bukket', 'tags']),
    ).not.toThrow();
  });

  it('names a misspelt one, and those that there are', () => {
    expect(() =>
      assertKnownKeys(section, 'workspaces.aws', ['region', 'bucket']),
    ).toThrow(
      'Invalid configuration at workspaces.aws.bukket: there is no such key; known are region, bucket.',
    );
  });
});
