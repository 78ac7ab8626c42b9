// The parts of the contract register tests for whichever cluster imports them.
module.exports = { rules: { 'jest/no-export': 'off' } };
