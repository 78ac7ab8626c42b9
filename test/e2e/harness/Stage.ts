import type { Entity } from '@backstage/catalog-model';
import type { Browser } from 'playwright-core';
import type { CreateWorkspaceRequest } from '@team-workspaces/backstage-plugin-workspaces-common';
import { AwsAccount } from './AwsAccount';
import { DevClusterClient } from './DevClusterClient';
import { eventually } from './eventually';
import { launchBrowser } from './launchBrowser';
import {
  createPersonaClient,
  createPersonaFetch,
  type Persona,
} from './PersonaApi';
import { portalAddress, type PortalAddress } from './sharedPortal';
import { Visitor } from './Visitor';

/** The portal that all tests share, its cluster, and a browser. */
export class Stage {
  readonly #browser: Browser;
  readonly portal: PortalAddress;
  readonly cluster: DevClusterClient;
  /** Undefined where the emulator of AWS cannot run. */
  readonly aws: AwsAccount | undefined;

  private constructor(options: {
    browser: Browser;
    portal: PortalAddress;
    cluster: DevClusterClient;
    aws: AwsAccount | undefined;
  }) {
    this.#browser = options.browser;
    this.portal = options.portal;
    this.cluster = options.cluster;
    this.aws = options.aws;
  }

  static async open(): Promise<Stage> {
    const browser = await launchBrowser();
    try {
      const portal = portalAddress();
      const cluster = await DevClusterClient.connect(portal.directory);
      const aws = portal.awsUrl ? new AwsAccount(portal.awsUrl) : undefined;
      return new Stage({ browser, portal, cluster, aws });
    } catch (error) {
      await browser.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.cluster.close();
    this.aws?.close();
  }

  /** The API as somebody. */
  api(persona: Persona) {
    return createPersonaClient(this.portal.backendUrl, persona);
  }

  /** An entity of the catalog, such as `resource/default/a`, as a portal admin sees it; undefined when it has none. */
  async findEntity(name: string): Promise<Entity | undefined> {
    const { backendUrl } = this.portal;
    const fetchAsAdmin = await createPersonaFetch(backendUrl, 'admin');
    const response = await fetchAsAdmin(
      `${backendUrl}/api/catalog/entities/by-name/${name}`,
    );
    if (response.status === 404) {
      return undefined;
    }
    if (!response.ok) {
      throw new Error(`Entity ${name} was answered ${response.status}`);
    }
    return response.json();
  }

  /** Has a team request a workspace, and waits until it is active. */
  async provision(
    persona: Persona,
    request: CreateWorkspaceRequest,
  ): Promise<void> {
    const api = await this.api(persona);
    await api.createWorkspace(request);
    await eventually(`${request.id} to be active`, async () => {
      const { phase } = await api.getWorkspace(request.id);
      return phase === 'active';
    });
  }

  /**
   * Has somebody do something in a browser window of their own. Saves a screenshot when it fails, and fails when a
   * page threw an error that nobody caught.
   */
  async as(
    persona: Persona,
    act: (visitor: Visitor) => Promise<void>,
    theme: 'light' | 'dark' = 'light',
  ): Promise<void> {
    const visitor = await Visitor.signIn({
      browser: this.#browser,
      portalUrl: this.portal.url,
      persona,
      theme,
    });
    try {
      await act(visitor);
    } catch (error) {
      const test = expect.getState().currentTestName ?? persona;
      await visitor.screenshot(
        `failed-${test.replace(/[^a-z0-9]+/gi, '-').slice(0, 100)}`,
      );
      throw error;
    } finally {
      await visitor.close();
    }
    if (visitor.errors.length > 0) {
      throw new AggregateError(
        visitor.errors,
        `Pages threw: ${visitor.errors.join(', ')}`,
      );
    }
  }
}

/** Opens the stage for the tests of a file, and closes it after them. */
export function useStage(): () => Stage {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  afterAll(async () => {
    await stage?.close();
  });
  return () => stage;
}
