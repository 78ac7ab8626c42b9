import { existsSync, readFileSync } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { KubernetesObject } from '../objects/KubernetesObject';
import { ObjectStore } from './ObjectStore';

interface Content {
  readonly resourceVersion: number;
  readonly objects: readonly (readonly [string, KubernetesObject])[];
}

/** Milliseconds that changes are collected before they are written. */
const collectFor = 500;

/** Replaces a file in one step, so that a crash leaves the old or the new content. */
async function replaceFile(path: string, text: string): Promise<void> {
  const temporary = `${path}.new`;
  const file = await open(temporary, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
}

function parse(path: string): Content {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(
      `The kept objects in ${path} cannot be read; remove the file to start with an empty cluster: ${
        error instanceof Error ? error.message : error
      }`,
    );
  }
}

/** Keeps the content of a store in a file. */
export class Snapshot {
  readonly #path: string;
  readonly #store: ObjectStore;
  readonly #unsubscribe: () => void;
  #timer: NodeJS.Timeout | undefined;
  #saving: Promise<void> = Promise.resolve();
  #failure: Error | undefined;

  constructor(options: { path: string; store: ObjectStore }) {
    this.#path = options.path;
    this.#store = options.store;
    this.#unsubscribe = this.#store.subscribe(() => {
      this.#timer ??= setTimeout(() => this.#save(), collectFor);
    });
  }

  /** A store with what the file holds; an empty one when there is no file. */
  static load(path: string | undefined): ObjectStore {
    if (!path || !existsSync(path)) return new ObjectStore();
    const content = parse(path);
    const store = new ObjectStore({ resourceVersion: content.resourceVersion });
    for (const [table, object] of content.objects) store.restore(table, object);
    return store;
  }

  /** Writes what is not written yet, and stops; fails when the latest state could not be written. */
  async close(): Promise<void> {
    this.#unsubscribe();
    this.#save();
    await this.#saving;
    if (this.#failure) throw this.#failure;
  }

  #save(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const content: Content = {
      resourceVersion: this.#store.resourceVersion,
      objects: [...this.#store.all()].map(({ table, object }) => [
        table,
        object,
      ]),
    };
    const text = JSON.stringify(content);
    this.#saving = this.#saving
      .then(async () => {
        await mkdir(dirname(this.#path), { recursive: true, mode: 0o700 });
        await replaceFile(this.#path, text);
        this.#failure = undefined;
      })
      .catch(error => {
        this.#failure = error;
      });
  }
}
