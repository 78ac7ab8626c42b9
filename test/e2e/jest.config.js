/** Browser tests: one portal and one browser for all scenarios, so everything runs in one process. */
module.exports = {
  rootDir: __dirname,
  testMatch: ['**/*.test.ts'],
  testEnvironment: 'node',
  // A scenario goes through several pages and provisions something; each wait inside has a shorter deadline.
  testTimeout: 120_000,
  maxWorkers: 1,
  transform: {
    '\\.ts$': [
      require.resolve('@backstage/cli-module-test-jest/config/jestSwcTransform'),
      { jsc: { parser: { syntax: 'typescript' } } },
    ],
  },
};
