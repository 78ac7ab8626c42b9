import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolder from '@backstage/plugin-scaffolder-backend';
import {
  createTemplateAction,
  scaffolderActionsExtensionPoint,
} from '@backstage/plugin-scaffolder-node';
import { parse } from 'yaml';
import { MODULE_DIRECTORY } from './Terraform';

/** What a dry run of a template left and put out. */
export interface DryRunResult {
  /** Path to text. */
  readonly files: Readonly<Record<string, string>>;
  readonly log: string;
  readonly output: {
    readonly links?: readonly { readonly url: string }[];
    readonly text?: readonly { readonly content: string }[];
  };
}

/** A scaffolder that dry-runs the template workspace-iam. */
export class DryRunPortal {
  /** Inputs that actions which open requests were given. */
  readonly requests: unknown[] = [];
  #backend: TestBackend | undefined;

  /** Starts it with stand-ins for actions of source-control hosts. */
  static async start(actions: readonly string[] = []): Promise<DryRunPortal> {
    const portal = new DryRunPortal();
    portal.#backend = await startTestBackend({
      features: [
        scaffolder,
        catalogServiceMock.factory(),
        createBackendModule({
          pluginId: 'scaffolder',
          moduleId: 'source-control-stand-ins',
          register(env) {
            env.registerInit({
              deps: { scaffolder: scaffolderActionsExtensionPoint },
              async init(deps) {
                deps.scaffolder.addActions(
                  ...actions.map(id => portal.#standIn(id)),
                );
              },
            });
          },
        }),
      ],
    });
    return portal;
  }

  /** Answers the status, and the result where it is 200. */
  async dryRun(
    values: Readonly<Record<string, unknown>>,
  ): Promise<{ status: number; text: string; result: DryRunResult }> {
    const template = parse(
      await readFile(join(MODULE_DIRECTORY, 'template.yaml'), 'utf8'),
    );
    const response = await fetch(
      `http://localhost:${this.#backend?.server.port()}/api/scaffolder/v2/dry-run`,
      {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          Authorization: mockCredentials.user.header(),
        },
        body: JSON.stringify({
          template,
          values,
          secrets: {},
          directoryContents: await readTemplateFolder(),
        }),
      },
    );
    const text = await response.text();
    return {
      status: response.status,
      text,
      result: response.ok
        ? toResult(JSON.parse(text))
        : { files: {}, log: '', output: {} },
    };
  }

  async stop(): Promise<void> {
    await this.#backend?.stop();
  }

  #standIn(id: string) {
    return createTemplateAction({
      id,
      supportsDryRun: true,
      schema: {
        input: z => z.object({}).passthrough(),
        output: z =>
          z.object({ remoteUrl: z.string(), mergeRequestUrl: z.string() }),
      },
      handler: async ctx => {
        this.requests.push(ctx.input);
        ctx.output('remoteUrl', 'https://github.com/acme/infra/pull/1');
        ctx.output('mergeRequestUrl', 'https://gitlab.com/acme/infra/1');
      },
    });
  }
}

async function readTemplateFolder() {
  const entries = await readdir(MODULE_DIRECTORY, {
    recursive: true,
    withFileTypes: true,
  });
  return Promise.all(
    entries
      .filter(entry => entry.isFile())
      .map(async entry => {
        const path = join(entry.parentPath, entry.name);
        return {
          path: path.slice(MODULE_DIRECTORY.length + 1),
          base64Content: await readFile(path, 'base64'),
        };
      }),
  );
}

function toResult(answer: {
  directoryContents: { path: string; base64Content: string }[];
  log: { body: { message: string } }[];
  output: DryRunResult['output'];
}): DryRunResult {
  return {
    files: Object.fromEntries(
      answer.directoryContents.map(({ path, base64Content }) => [
        path,
        Buffer.from(base64Content, 'base64').toString(),
      ]),
    ),
    log: answer.log.map(({ body }) => body.message).join('\n'),
    output: answer.output,
  };
}
