import type { TracingService } from '@backstage/backend-plugin-api/alpha';
import { FakeStep } from '../__testUtils__/FakeStep';
import { ReconcilerBench } from '../__testUtils__/ReconcilerBench';
import { untilTrue } from '../__testUtils__/untilTrue';

describe('DefaultReconciler', () => {
  let bench: ReconcilerBench;
  const step = new FakeStep('first');

  beforeEach(() => {
    step.calls.length = 0;
  });

  afterEach(() => bench.close());

  it('looks at a workspace when somebody changed an object of it', async () => {
    bench = await ReconcilerBench.create({ steps: [step] });
    await bench.reconciler.start();
    await bench.request();
    const before = await bench.afterPass();
    bench.objectChanged('alpha');
    await bench.afterPass('alpha', before.lastPassAt);
    expect(step.calls).toEqual(['plan alpha', 'plan alpha']);
  });

  it.each([
    ['another cluster', 'alpha', 'elsewhere'],
    ['a workspace that is not there', 'gone', 'local'],
  ])('ignores a label that names %s', async (_, id, cluster) => {
    bench = await ReconcilerBench.create({ steps: [step] });
    const find = jest.spyOn(bench.store, 'findById');
    await bench.reconciler.start();
    await bench.request();
    const before = await bench.afterPass();
    find.mockClear();
    bench.objectChanged(id, cluster);
    await untilTrue('the event', () => find.mock.results.length > 0);
    await find.mock.results[0].value;
    expect(await bench.store.findById('alpha')).toEqual(before);
    expect(bench.logger.warn).not.toHaveBeenCalled();
  });

  it('survives a database that does not answer', async () => {
    bench = await ReconcilerBench.create({ steps: [step] });
    jest
      .spyOn(bench.store, 'findById')
      .mockRejectedValueOnce(new Error('away'));
    bench.objectChanged('alpha');
    await untilTrue('a warning', () => bench.logger.warn.mock.calls.length > 0);
    expect(bench.logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('Workspace alpha'),
    );
  });

  it('traces each pass', async () => {
    const spans: unknown[] = [];
    const tracing = {
      startActiveSpan: async (
        name: string,
        options: object,
        run: (span: object) => Promise<unknown>,
      ) => {
        const attributes: Record<string, unknown> = {};
        const result = await run({
          setAttribute: (key: string, value: unknown) => {
            attributes[key] = value;
          },
        });
        spans.push([name, options, attributes]);
        return result;
      },
    } as unknown as TracingService;
    bench = await ReconcilerBench.create({ steps: [step], tracing });
    await bench.reconciler.start();
    await bench.request();
    await bench.afterPass();
    await untilTrue('the span', () => spans.length > 0);
    expect(spans).toEqual([
      [
        'workspaces.reconcile',
        { attributes: { 'workspace.id': 'alpha' } },
        {
          'workspaces.pass.outcome': 'finished',
          'workspaces.pass.reads': 0,
          'workspaces.pass.writes': 0,
        },
      ],
    ]);
  });
});
