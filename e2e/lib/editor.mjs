import { CredentialDialog } from './credentialDialog.mjs';
import { OWNER } from './n8nClient.mjs';

/** n8n's editor in a browser page, in the words of the person who uses it. */
export class Editor {
	/** @param {import('playwright-core').Page} page @param {string} url n8n's address */
	constructor(page, url) {
		this.#page = page;
		this.#url = url;
	}

	#page;
	#url;

	async signIn() {
		await this.#page.goto(`${this.#url}/signin`);
		await this.#page.locator('input[name=emailOrLdapLoginId]').fill(OWNER.email);
		await this.#page.locator('input[type=password]').fill(OWNER.password);
		await this.#page.getByTestId('form-submit-button').click();
		await this.#page.waitForURL(/\/home\//);
	}

	async newWorkflow() {
		await this.#page.goto(`${this.#url}/workflow/new`);
		await this.#page.getByTestId('canvas-add-button').waitFor();
	}

	async openWorkflow(id) {
		await this.#page.goto(`${this.#url}/workflow/${id}`);
		await this.#page.getByTestId('canvas-node').first().waitFor();
	}

	/** Opens the panel of nodes and types into its search. */
	async searchNodes(text) {
		await this.#page.getByTestId('node-creator-plus-button').click();
		await this.#page.getByTestId('node-creator-search-bar').fill(text);
	}

	/** Waits until the panel of nodes lists this one. */
	async waitForListed(name) {
		await this.#listed(name).waitFor();
	}

	/** Picks a node out of the list, then one of its actions; the node's own view opens. */
	async addNode(name, action) {
		await this.#listed(name).click();
		await this.#listed(action).click();
		await this.ndv.waitFor();
	}

	#listed(name) {
		return this.#page.getByTestId('node-creator-item-name').getByText(name, { exact: true });
	}

	/** The node's own view: input, parameters, output. */
	get ndv() {
		return this.#page.getByTestId('ndv');
	}

	async chooseCredential(name) {
		await this.ndv.getByTestId('node-credentials-select').click();
		await this.#page
			.getByTestId(/^node-credentials-select-item-/)
			.filter({ hasText: name })
			.click();
	}

	/** Opens the chosen credential's dialog. */
	async openCredential() {
		await this.ndv.getByTestId('credential-edit-button').click();
		return await new CredentialDialog(this.#page).ready();
	}

	/** Begins a credential on the page of credentials, which asks for its type by the shown name. */
	async newCredential(type) {
		await this.#page.goto(`${this.#url}/home/credentials`);
		await this.#page.getByTestId('add-resource-credential').click();
		await this.#page.getByTestId('new-credential-type-select').locator('input').fill(type);
		await this.#page.getByTestId('new-credential-type-select-option').filter({ hasText: type }).click();
		await this.#page.getByTestId('new-credential-type-button').click();
		return await new CredentialDialog(this.#page).ready();
	}

	/** Fills a text parameter by its internal name. */
	async fill(parameter, value) {
		await this.ndv.getByTestId(`parameter-input-${parameter}`).locator('input').fill(value);
	}

	/** Opens the list of a resource locator. @returns {Promise<ResourceList>} */
	async openList(parameter) {
		await this.ndv.getByTestId(`resource-locator-${parameter}`).getByTestId('rlc-input').click();
		return new ResourceList(this.#page);
	}

	/**
	 * Executes the open node.
	 *
	 * @returns {Promise<Record<string, unknown>[]>} its output, read from the screen
	 * @throws {Error} with what the output panel says, when the node fails
	 */
	async executeStep() {
		const error = await this.#execute();
		if (error) throw new Error(`The node failed: ${error}`);
		const output = this.ndv.getByTestId('output-panel');
		await output.getByTestId('radio-button-json').click();
		// The editor sets its JSON with blanks that do not break.
		return JSON.parse((await output.locator('.vjs-tree').innerText()).replaceAll('\u00a0', ' '));
	}

	/** Executes the open node, which has to fail. @returns {Promise<string>} what the output panel says of it */
	async executeFailingStep() {
		const error = await this.#execute();
		if (!error) throw new Error('The node did not fail.');
		return error;
	}

	/** @returns {Promise<string | undefined>} the error's message and description, if there was one */
	async #execute() {
		await this.settle();
		// The note at the edge of the screen does not come when a run ends before its start is confirmed.
		const started = this.#page.waitForResponse((answer) => /\/workflows\/[^/]+\/run$/.test(answer.url()));
		const [, answer] = await Promise.all([this.ndv.getByTestId('node-execute-button').click(), started]);
		if (!answer.ok())
			throw new Error(`n8n did not start the node: ${answer.status()} ${await answer.text()}`);
		// What was there before is gone from the screen since the click.
		const output = this.ndv.getByTestId('output-panel');
		const message = output.getByTestId('node-error-message');
		const json = output.getByTestId('radio-button-json');
		await message.or(json).filter({ visible: true }).first().waitFor({ timeout: 30_000 });
		if (!(await message.isVisible())) return undefined;
		return `${await message.innerText()}\n${await output.getByTestId('node-error-description').innerText()}`;
	}

	/** Executes the open workflow as a whole and waits until it has ended well. */
	async executeWorkflow({ withinMs }) {
		// The note of an earlier execution must not be taken for this one's.
		await this.settle();
		await this.#page.getByTestId('execute-workflow-button').click();
		await this.#page.getByText('Workflow executed successfully').first().waitFor({ timeout: withinMs });
	}

	async zoomToFit() {
		await this.#page.getByTestId('zoom-to-fit').click();
		await this.settle();
	}

	/** Lets animations and notes at the edge of the screen pass, before a picture. */
	async settle() {
		await this.#page.waitForTimeout(300);
		const notes = this.#page.locator('.el-notification:visible');
		// Unlike the others, notes of errors stay until they are closed.
		const errors = notes.filter({ hasText: /^Problem in node/ });
		// A click by the mouse would fail on one that is just moving.
		await errors
			.locator('.el-notification__closeBtn')
			.evaluateAll((buttons) => buttons.forEach((button) => button.click()));
		await notes.first().waitFor({ state: 'detached' });
		await this.#page.waitForTimeout(600);
	}
}

/** The open list of a resource locator. */
class ResourceList {
	/** @param {import('playwright-core').Page} page */
	constructor(page) {
		this.#page = page;
	}

	#page;

	get #items() {
		return this.#page.getByTestId('rlc-item').filter({ visible: true });
	}

	/** The names that are shown, once there are as many as expected. */
	async names(count) {
		await this.#items.nth(count - 1).waitFor();
		return (await this.#items.allInnerTexts()).map((text) => text.trim());
	}

	/** Types into the search and waits until the list shows only what was found. */
	async search(text, { count }) {
		await this.#page.getByTestId('rlc-search').filter({ visible: true }).fill(text);
		await this.#items.nth(count).waitFor({ state: 'detached' });
		return await this.names(count);
	}

	async choose(name) {
		await this.#items.filter({ hasText: name }).click();
	}

	/** Closes the list without choosing. */
	async close() {
		await this.#page.getByTestId('rlc-search').filter({ visible: true }).press('Escape');
		await this.#items.first().waitFor({ state: 'detached' });
	}
}
