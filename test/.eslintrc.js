module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    // Tests and benchmarks that span packages put parts together that only the packages themselves export to each other.
    '@backstage/no-forbidden-package-imports': 'off',
  },
});
