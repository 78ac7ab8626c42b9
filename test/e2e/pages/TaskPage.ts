import type { Page } from 'playwright-core';

/** The page of a task of the scaffolder. */
export class TaskPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Waits for one of the last lines of the log, opening the log where the page has it closed. */
  async untilLogged(text: string, timeout = 60_000): Promise<void> {
    const show = this.#page.getByRole('button', { name: 'Show Logs' });
    const line = this.#page.getByText(text).first();
    await show.or(line).first().waitFor({ timeout });
    if (await show.isVisible()) {
      await show.click();
    }
    await line.waitFor({ timeout });
  }
}
