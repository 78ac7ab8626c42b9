import type { Browser } from 'playwright-core';
import { DevClusterClient } from './DevClusterClient';
import { launchBrowser } from './launchBrowser';
import { createPersonaClient, type Persona } from './PersonaApi';
import { Portal } from './Portal';
import { Visitor } from './Visitor';

/** The one portal, cluster and browser that all scenarios share. */
export class Stage {
  readonly #browser: Browser;
  readonly portal: Portal;
  readonly cluster: DevClusterClient;

  private constructor(options: {
    browser: Browser;
    portal: Portal;
    cluster: DevClusterClient;
  }) {
    this.#browser = options.browser;
    this.portal = options.portal;
    this.cluster = options.cluster;
  }

  static async open(): Promise<Stage> {
    const browser = await launchBrowser();
    try {
      const portal = await Portal.start();
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
    await this.portal.stop();
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
    expect(visitor.errors).toEqual([]);
  }
}
