import { FakeStep } from '../../__testUtils__/FakeStep';
import { StepGraph } from './StepGraph';

const step = (id: string, ...dependsOn: string[]) =>
  new FakeStep(id, { dependsOn });

describe('StepGraph', () => {
  it('orders steps after those they depend on', () => {
    const graph = new StepGraph([step('c', 'b'), step('b', 'a'), step('a')]);
    expect(graph.steps.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it.each([
    ['the same id', [step('a'), step('a')]],
    ['a missing dependency', [step('a', 'b')]],
    ['a circle', [step('a', 'b'), step('b', 'a')]],
    ['itself', [step('a', 'a')]],
  ])('refuses %s', (_, steps) => {
    expect(() => new StepGraph(steps)).toThrow();
  });

  it('runs steps beside each other as soon as what they depend on has ended', async () => {
    const graph = new StepGraph([
      step('a'),
      step('b', 'a'),
      step('c', 'a'),
      step('d', 'b', 'c'),
    ]);
    const ends = new Map<string, () => void>();
    const started: string[] = [];
    const done = graph.forward(async ({ id }, earlier: string[]) => {
      started.push(id);
      await new Promise<void>(resolve => ends.set(id, resolve));
      return `${id}(${earlier})`;
    });
    const tick = () => new Promise(resolve => setImmediate(resolve));
    await tick();
    expect(started).toEqual(['a']);
    ends.get('a')?.();
    await tick();
    expect(started).toEqual(['a', 'b', 'c']);
    ends.get('c')?.();
    await tick();
    expect(started).toHaveLength(3);
    ends.get('b')?.();
    await tick();
    ends.get('d')?.();
    expect((await done).get('d')).toBe('d(b(a()),c(a()))');
  });

  it('runs backward in the opposite order', async () => {
    const graph = new StepGraph([step('a'), step('b', 'a'), step('c', 'b')]);
    const order: string[] = [];
    await graph.backward(async ({ id }) => order.push(id));
    expect(order).toEqual(['c', 'b', 'a']);
  });
});
