/** Takes the pictures of docs/images by hand: `yarn workspace @team-workspaces/test screenshots`. */
module.exports = {
  ...require('./jest.config'),
  testMatch: ['**/*.screenshots.ts'],
};
