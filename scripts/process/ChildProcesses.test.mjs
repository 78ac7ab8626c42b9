import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ChildProcesses } from './ChildProcesses.mjs';

function node(script) {
  return { command: process.execPath, args: ['-e', script] };
}

test('hands on the lines and the exit code of a child', async () => {
  const lines = [];
  const code = await new ChildProcesses().start({
    ...node('console.log("one"); console.error("two"); process.exit(3)'),
    onLine: line => lines.push(line),
  });
  assert.equal(code, 3);
  assert.deepEqual(lines.sort(), ['one', 'two']);
});

test('ends a child together with the children that it started', async () => {
  const children = new ChildProcesses();
  // The outer process waits for ever, and so does the inner one, which holds the same pipe open:
  // stop() resolves only once both are gone.
  const inner = "console.log('started'); setInterval(() => {}, 1000)";
  await new Promise(resolve => {
    children.start({
      ...node(
        `require('node:child_process').spawn(
           process.execPath, ['-e', ${JSON.stringify(
             inner,
           )}], { stdio: 'inherit' });
         setInterval(() => {}, 1000);`,
      ),
      onLine: resolve,
    });
  });
  await children.stop();
  assert.equal(children.stopping, true);
});

test('stops what the children need after them, the last one first', async () => {
  const children = new ChildProcesses();
  const stopped = [];
  children.stopAfterwards(async () => stopped.push('database'));
  children.stopAfterwards(async () => stopped.push('cluster'));
  await children.stop();
  await children.stop();
  assert.deepEqual(stopped, ['cluster', 'database']);
});

test('fails when the command does not exist', async () => {
  await assert.rejects(
    new ChildProcesses().start({ command: 'no-such-command-here', args: [] }),
    { code: 'ENOENT' },
  );
});
