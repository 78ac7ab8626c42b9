import type { Page } from 'playwright-core';

/** Words of the pages for phases. */
export const PHASE_WORDS = {
  pending: 'Setting up',
  active: 'Active',
  degraded: 'Needs repair',
  error: 'Failed',
  deleting: 'Being deleted',
} as const;

/** The page of one team workspace. */
export class WorkspacePage {
  readonly #page: Page;
  readonly #id: string;

  constructor(page: Page, id: string) {
    this.#page = page;
    this.#id = id;
  }

  async open(tab: 'overview' | 'activity' | 'settings' = 'overview') {
    const suffix = tab === 'overview' ? '' : `/${tab}`;
    await this.#page.goto(`/workspaces/${this.#id}${suffix}`);
  }

  /** Waits until the page says so by itself: it is not loaded again. */
  async untilPhase(phase: keyof typeof PHASE_WORDS): Promise<void> {
    await this.#page
      .locator('header')
      .getByText(PHASE_WORDS[phase], { exact: true })
      .first()
      .waitFor({ timeout: 60_000 });
  }

  async retry(): Promise<void> {
    await this.#page
      .getByRole('button', { name: 'Retry provisioning' })
      .first()
      .click();
  }

  /** Everything that can be read on the page. */
  async text(): Promise<string> {
    return this.#page.locator('body').innerText();
  }
}
