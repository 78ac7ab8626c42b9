import type { Browser } from 'playwright-core';
import { DevClusterClient } from './DevClusterClient';
import { launchBrowser } from './launchBrowser';
import { createPersonaClient, type Persona } from './PersonaApi';
import { portalAddress, type PortalAddress } from './sharedPortal';
import { Visitor } from './Visitor';

/** The portal that all tests share, its cluster, and a browser. */
export class Stage {
  readonly #browser: Browser;
  readonly portal: PortalAddress;
  readonly cluster: DevClusterClient;

  private constructor(options: {
    browser: Browser;
    portal: PortalAddress;
    cluster: DevClusterClient;
  }) {
    this.#browser = options.browser;
    this.portal = options.portal;
    this.cluster = options.cluster;
  }

  static async open(): Promise<Stage> {
    const browser = await launchBrowser();
    try {
      const portal = portalAddress();
      const cluster = await DevClusterClient.connect(portal.directory);
      return new Stage({ browser, portal, cluster });
    } catch (error) {
      await browser.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.cluster.close();
  }

  /** The API as somebody. */
  api(persona: Persona) {
    return createPersonaClient(this.portal.backendUrl, persona);
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
