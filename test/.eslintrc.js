module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    // Tests and benchmarks that span packages put parts together that only the packages themselves export to each other.
    '@backstage/no-forbidden-package-imports': 'off',
    '@backstage/no-mixed-plugin-imports': 'off',
    // Helpers that assert are called so.
    'jest/expect-expect': ['warn', { assertFunctionNames: ['expect*'] }],
  },
});
