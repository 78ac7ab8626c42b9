import assert from 'node:assert/strict';
import { test } from 'node:test';
import { waitUntil } from './waitUntil.mjs';

test('looks again after a rejection, until the condition holds', async () => {
  let looks = 0;
  const result = await waitUntil({
    what: 'the third look',
    timeout: 5_000,
    condition: async () => {
      looks += 1;
      if (looks < 3) {
        throw new Error('not yet');
      }
      return 'there';
    },
  });
  assert.equal(result, 'there');
  assert.equal(looks, 3);
});

test('names what it waited for in vain', async () => {
  await assert.rejects(
    waitUntil({ what: 'nothing', timeout: 0, condition: () => false }),
    /Waited 0 s for nothing/,
  );
});
