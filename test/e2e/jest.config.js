/** Browser tests. They share one portal, so they run one after the other. */
module.exports = {
  rootDir: __dirname,
  globalSetup: './harness/globalSetup.ts',
  globalTeardown: './harness/globalTeardown.ts',
  testMatch: ['**/*.test.ts'],
  testEnvironment: 'node',
  // A scenario goes through several pages and provisions something; each wait inside has a shorter deadline.
  testTimeout: 240_000,
  maxWorkers: 1,
  transform: {
    '\\.ts$': [
      require.resolve(
        '@backstage/cli-module-test-jest/config/jestSwcTransform',
      ),
      { jsc: { parser: { syntax: 'typescript' } } },
    ],
  },
};
