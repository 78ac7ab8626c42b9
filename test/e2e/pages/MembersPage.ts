import type { Page } from 'playwright-core';

/** The members of a team workspace, on its own page or on the page of its entity in the catalog. */
export class MembersPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async open(id: string): Promise<void> {
    await this.#page.goto(`/workspaces/${id}/members`);
    await this.addButton().waitFor();
  }

  /** Goes there through the entity of the workspace, as somebody does who comes from the catalog. */
  async openFromCatalog(id: string): Promise<void> {
    await this.#page.goto(`/catalog/default/resource/${id}`);
    const name = { name: 'Members', exact: true };
    await this.#page
      .getByRole('tab', name)
      .or(this.#page.getByRole('link', name))
      .first()
      .click();
    await this.addButton().waitFor();
  }

  addButton() {
    return this.#page.getByRole('button', { name: 'Add member' }).first();
  }

  removeButton(name: string) {
    return this.#page.getByRole('button', { name: `Remove ${name}` });
  }

  /** What stands about a member: role, where it comes from, ServiceAccounts, last sign-in. */
  row(name: string) {
    return this.#page
      .getByRole('row')
      .filter({ has: this.#page.getByRole('link', { name, exact: true }) });
  }

  dialog() {
    return this.#page.getByRole('dialog');
  }

  /**
   * Adds somebody with the role that is proposed, `user`.
   *
   * @param onPreview - called while the dialog shows what it does
   */
  async add(name: string, onPreview?: () => Promise<void>): Promise<void> {
    await this.addButton().click();
    const dialog = this.dialog();
    await dialog.getByRole('textbox', { name: 'Person or Group' }).fill(name);
    await this.#page.getByRole('option', { name }).first().click();
    await this.#confirm(`Add ${name}`, onPreview);
  }

  async remove(name: string, onPreview?: () => Promise<void>): Promise<void> {
    await this.removeButton(name).click();
    await this.#confirm(`Remove ${name}`, onPreview);
  }

  async #confirm(label: string, onPreview?: () => Promise<void>) {
    const dialog = this.dialog();
    await dialog.getByText('What it does').waitFor();
    await onPreview?.();
    await dialog.getByRole('button', { name: label }).click();
    await dialog.waitFor({ state: 'detached' });
  }
}
