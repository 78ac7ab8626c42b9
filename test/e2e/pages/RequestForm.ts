import type { Page } from 'playwright-core';

/** What somebody types into the form. */
export interface WorkspaceRequest {
  /** Title of the Group, as the field offers it. */
  readonly team: string;
  readonly displayName: string;
  readonly id: string;
}

/** The form of the template by which team workspaces are requested. */
export class RequestForm {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async open(): Promise<void> {
    await this.#page.goto('/create/templates/default/request-workspace');
    await this.teamField().waitFor();
  }

  teamField() {
    return this.#page.getByRole('textbox', { name: /^Team/ });
  }

  /** Titles of the teams that the field offers, in its order. */
  async offeredTeams(): Promise<string[]> {
    await this.teamField().click();
    await this.#page.getByRole('listbox').waitFor();
    const options = await this.#page.getByRole('option').all();
    const texts = await Promise.all(options.map(option => option.innerText()));
    await this.#page.keyboard.press('Escape');
    return texts;
  }

  async chooseTeam(team: string): Promise<void> {
    await this.teamField().click();
    await this.#page.getByRole('option', { name: team }).click();
  }

  idField() {
    return this.#page.getByRole('textbox', { name: /^Id/ });
  }

  async fillName({ displayName, id }: WorkspaceRequest): Promise<void> {
    await this.#page
      .getByRole('textbox', { name: /^Display name/ })
      .fill(displayName);
    await this.idField().fill(id);
  }

  async next(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Next' }).click();
  }

  /**
   * Goes through all pages, up to the one that shows everything again.
   *
   * @param onPlan - called while the plan is shown
   */
  async fillUntilReview(
    request: WorkspaceRequest,
    onPlan?: () => Promise<void>,
  ): Promise<void> {
    await this.chooseTeam(request.team);
    await this.next();
    await this.fillName(request);
    await this.#page.getByText('The id is free.').waitFor();
    await this.next();
    await this.#page.getByText('Quota', { exact: true }).first().waitFor();
    await this.next();
    await this.#page.getByText(/^Plan: \d+ changes/).waitFor();
    await onPlan?.();
    await this.#page.getByRole('button', { name: 'Review' }).click();
    await this.#createButton().waitFor();
  }

  /** Submits; the page of the task follows. */
  async create(): Promise<void> {
    await this.#createButton().click();
    await this.#page.waitForURL(/\/create\/tasks\//);
  }

  async submit(request: WorkspaceRequest): Promise<void> {
    await this.fillUntilReview(request);
    await this.create();
  }

  #createButton() {
    return this.#page.getByRole('button', { name: 'Create', exact: true });
  }
}
