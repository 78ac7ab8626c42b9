import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { PERSONA_NAMES, type Persona } from './PersonaApi';
import { resultsDirectory } from './results';

/** How long an element may take to appear, in milliseconds. */
export const ELEMENT_TIMEOUT = 30_000;

/** How long a page may take to load from a development server, in milliseconds. */
const PAGE_TIMEOUT = 90_000;

/** Somebody who looks at the portal with a browser. */
export class Visitor {
  readonly #context: BrowserContext;
  readonly #errors: Error[];
  readonly page: Page;
  readonly persona: Persona;

  private constructor(options: {
    context: BrowserContext;
    page: Page;
    persona: Persona;
    errors: Error[];
  }) {
    this.#context = options.context;
    this.#errors = options.errors;
    this.page = options.page;
    this.persona = options.persona;
  }

  /** Opens a browser window of its own, and signs in on the page of personas. */
  static async signIn(options: {
    browser: Browser;
    portalUrl: string;
    persona: Persona;
    theme?: 'light' | 'dark';
  }): Promise<Visitor> {
    const { browser, portalUrl, persona, theme = 'light' } = options;
    const context = await browser.newContext({
      baseURL: portalUrl,
      colorScheme: theme,
      locale: 'en-GB',
      timezoneId: 'UTC',
      viewport: { width: 1280, height: 900 },
    });
    context.setDefaultTimeout(ELEMENT_TIMEOUT);
    context.setDefaultNavigationTimeout(PAGE_TIMEOUT);
    const page = await context.newPage();
    const errors: Error[] = [];
    page.on('pageerror', error => errors.push(error));
    const visitor = new Visitor({ context, page, persona, errors });
    try {
      await page.goto('/');
      await page
        .getByRole('button', { name: `Sign in as ${PERSONA_NAMES[persona]}` })
        .click({ timeout: PAGE_TIMEOUT });
      await page
        .getByRole('button', { name: /^Sign in as/ })
        .first()
        .waitFor({ state: 'detached' });
    } catch (error) {
      await visitor.screenshot(`sign-in-${persona}-failed`);
      await context.close();
      throw error;
    }
    return visitor;
  }

  /** Saves the page, or only what is in the window, as dialogs need it. */
  async screenshot(name: string, { fullPage = true } = {}): Promise<void> {
    await this.page.screenshot({
      path: join(await resultsDirectory(), `${name}.png`),
      fullPage,
      animations: 'disabled',
    });
  }

  /** Errors that pages threw and nobody caught. */
  get errors(): readonly Error[] {
    return this.#errors;
  }

  async close(): Promise<void> {
    await this.#context.close();
  }
}
