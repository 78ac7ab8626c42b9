import type { Page } from 'playwright-core';

/** The AWS role of a team workspace, and its ServiceAccounts. */
export class IamPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async open(id: string): Promise<void> {
    await this.#page.goto(`/workspaces/${id}/iam`);
    await this.syncButton().waitFor();
  }

  syncButton() {
    return this.#page.getByRole('button', { name: 'Sync IAM' });
  }

  /** Opens the dialog in which the role is chosen. */
  changeButton() {
    return this.#page.getByRole('button', { name: /^(Set a role|Change)$/ });
  }

  clearButton() {
    return this.#page.getByRole('button', { name: 'Clear', exact: true });
  }

  dialog() {
    return this.#page.getByRole('dialog');
  }

  arnField() {
    return this.dialog().getByRole('textbox', { name: 'ARN of the role' });
  }

  saveButton() {
    return this.dialog().getByRole('button', { name: /^Save/ });
  }

  /** A part of the page, by its title. */
  section(title: string) {
    return this.#page.getByRole('region', { name: title, exact: true });
  }

  async setRole(arn: string): Promise<void> {
    await this.changeButton().click();
    await this.arnField().fill(arn);
    await this.saveButton().click();
    await this.dialog().waitFor({ state: 'detached' });
  }

  /**
   * Has the portal make the role and keep it.
   *
   * @param onChoice - called while the dialog shows what it means
   */
  async haveRoleKept(onChoice?: () => Promise<void>): Promise<void> {
    await this.changeButton().click();
    await this.dialog()
      .getByRole('radio', { name: /^a role that the portal keeps/ })
      .check();
    await onChoice?.();
    await this.saveButton().click();
    await this.dialog().waitFor({ state: 'detached' });
  }

  async clearRole(): Promise<void> {
    await this.clearButton().click();
    await this.dialog().getByRole('button', { name: 'Clear the role' }).click();
    await this.dialog().waitFor({ state: 'detached' });
  }

  async runChecks(): Promise<void> {
    const checks = this.section('Why does IRSA not work?');
    await checks.getByRole('button', { name: 'Run the checks' }).click();
    await checks
      .getByRole('button', { name: 'Run the checks again' })
      .waitFor();
  }

  /** Asks whether a session can read something; returns what the page answers. */
  async explain(resource: string): Promise<string> {
    const section = this.section('Can a session read…?');
    await section
      .getByRole('textbox', { name: 'Object or folder' })
      .fill(resource);
    await section.getByRole('button', { name: 'Explain' }).click();
    const answer = section.getByText('What was evaluated');
    await answer.waitFor();
    await section
      .getByText(resource.replace(/^s3:\/\//, ''))
      .last()
      .waitFor();
    return section.innerText();
  }

  async showProof(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Show the proof' }).click();
    await this.dialog()
      .getByText(/requests evaluated/)
      .waitFor();
  }
}
