import { WriteLimits } from './WriteLimits';

describe('WriteLimits', () => {
  it('bounds what runs at once to each target, and to each apart', async () => {
    const limits = new WriteLimits(1);
    const begun: string[] = [];
    let finish = () => {};
    const blocked = new Promise<void>(resolve => {
      finish = resolve;
    });
    const run = (target: string, name: string, wait?: Promise<void>) =>
      limits.run(target, async () => {
        begun.push(name);
        await wait;
      });
    const first = run('lane aws 1', 'first', blocked);
    const second = run('lane aws 1', 'second');
    await run('local', 'elsewhere');
    expect(begun).toEqual(['first', 'elsewhere']);
    finish();
    await Promise.all([first, second]);
    expect(begun).toEqual(['first', 'elsewhere', 'second']);
  });
});
