import type { WatchEvent } from '../ApiClient';
import type { ContractPart } from '../ContractSubject';

const metadataOnly =
  'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1';

/** Watches: what happened, in order, since a version. */
export const watchContract: ContractPart = subject => {
  let path: string;

  /** Reads events until there are as many as expected. */
  async function readEvents(
    query: string,
    count: number,
    accept?: string,
  ): Promise<WatchEvent[]> {
    const reading = new AbortController();
    const events: WatchEvent[] = [];
    const deadline = setTimeout(() => reading.abort(), 20_000);
    try {
      for await (const event of subject().admin.watch(
        `${path}?watch=true&${query}`,
        { signal: reading.signal, accept },
      )) {
        events.push(event);
        if (events.length >= count) break;
      }
    } finally {
      clearTimeout(deadline);
      reading.abort();
    }
    return events;
  }

  const shortly = (events: WatchEvent[]) =>
    events.map(({ type, object }) => `${type} ${object.metadata.name}`);

  async function currentVersion(): Promise<string> {
    const { body } = await subject().admin.get(`${path}?limit=1`);
    return String(body.metadata.resourceVersion);
  }

  const create = (name: string, labels: object = {}) =>
    subject().admin.post(path, { metadata: { name, labels } });

  beforeEach(async () => {
    path = `/api/v1/namespaces/${await subject().newNamespace()}/secrets`;
  });

  it('tells every change since a version, in order', async () => {
    const { admin } = subject();
    const version = await currentVersion();
    await create('one');
    await admin.merge(`${path}/one`, { metadata: { labels: { a: 'b' } } });
    await create('two');
    await admin.delete(`${path}/one`);
    const events = await readEvents(`resourceVersion=${version}`, 4);
    expect(shortly(events)).toEqual([
      'ADDED one',
      'MODIFIED one',
      'ADDED two',
      'DELETED one',
    ]);
    const versions = events.map(({ object }) =>
      Number(object.metadata.resourceVersion),
    );
    expect(versions).toEqual([...versions].sort((a, b) => a - b));
  });

  it('tells changes while they happen', async () => {
    const version = await currentVersion();
    const reading = readEvents(`resourceVersion=${version}`, 1);
    await create('live');
    expect(shortly(await reading)).toEqual(['ADDED live']);
  });

  it('starts with what is there when no version is given', async () => {
    await create('there');
    const events = await readEvents('', 1);
    expect(shortly(events)).toEqual(['ADDED there']);
  });

  it('marks the end of what was there', async () => {
    await create('there');
    const events = await readEvents(
      'sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true',
      2,
    );
    expect(events.map(({ type }) => type)).toEqual(['ADDED', 'BOOKMARK']);
    expect(events[1].object).toMatchObject({
      kind: 'Secret',
      metadata: { annotations: { 'k8s.io/initial-events-end': 'true' } },
    });
    expect(Number(events[1].object.metadata.resourceVersion)).toBeGreaterThan(
      0,
    );
  });

  it('shows the metadata alone', async () => {
    await create('partial');
    const [event] = await readEvents('resourceVersion=0', 1, metadataOnly);
    expect(event.object.kind).toBe('PartialObjectMetadata');
    expect(event.object.metadata.name).toBe('partial');
  });

  it('tells of objects that come into and leave a selection', async () => {
    const { admin } = subject();
    const version = await currentVersion();
    await create('moving', { color: 'blue' });
    const color = (value: string) =>
      admin.merge(`${path}/moving`, { metadata: { labels: { color: value } } });
    await color('red');
    await color('green');
    await create('always', { color: 'red' });
    const events = await readEvents(
      `labelSelector=color%3Dred&resourceVersion=${version}`,
      3,
    );
    expect(shortly(events)).toEqual([
      'ADDED moving',
      'DELETED moving',
      'ADDED always',
    ]);
  });

  it('ends after the time that was asked for', async () => {
    const version = await currentVersion();
    const started = Date.now();
    const events = await readEvents(
      `resourceVersion=${version}&timeoutSeconds=1`,
      99,
    );
    expect(events).toEqual([]);
    expect(Date.now() - started).toBeLessThan(15_000);
  });

  it('says when a version is too old to go on from', async () => {
    const { admin } = subject();
    const group = `${subject().newName('old')}.example.com`;
    await admin.post(
      '/apis/apiextensions.k8s.io/v1/customresourcedefinitions',
      {
        metadata: { name: `things.${group}` },
        spec: {
          group,
          scope: 'Namespaced',
          names: { plural: 'things', kind: 'Thing' },
          versions: [
            {
              name: 'v1',
              served: true,
              storage: true,
              schema: { openAPIV3Schema: { type: 'object' } },
            },
          ],
        },
      },
    );
    path = `/apis/${group}/v1/things`;
    await subject().eventually(
      async () => (await admin.get(path)).code === 200,
    );
    const [event] = await readEvents('resourceVersion=1', 1);
    expect(event).toMatchObject({
      type: 'ERROR',
      object: { kind: 'Status', reason: 'Expired', code: 410 },
    });
    expect(event.object.message).toEqual(
      expect.stringContaining('too old resource version: 1'),
    );
  });

  it('watches one object by its name', async () => {
    const version = await currentVersion();
    await create('other');
    await create('mine');
    const events = await readEvents(
      `fieldSelector=metadata.name%3Dmine&resourceVersion=${version}`,
      1,
    );
    expect(shortly(events)).toEqual(['ADDED mine']);
  });
};
