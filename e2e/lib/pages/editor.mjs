import { isDeepStrictEqual } from 'node:util';

import { CredentialDialog } from './credentialDialog.mjs';
import { Execution } from '../n8n/execution.mjs';
import { OWNER } from '../n8n/n8nClient.mjs';

/** How long to wait for what a busy machine may be slow with. */
const PATIENCE_MS = 60_000;

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

	/** Picks a node out of the list, then one of its actions or triggers; the node's own view opens. */
	async addNode(name, action) {
		await this.#listed(name).click();
		// While nothing starts the workflow yet, a node with triggers has its actions folded away.
		const actions = this.#page.getByTestId('node-creator-category-item').filter({ hasText: /^Actions/ });
		await this.#listed(action).or(actions).first().waitFor();
		if (!(await this.#listed(action).isVisible())) await actions.click();
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

	/** Begins the first credential of its type, in a node that has none to choose from. */
	async setUpCredential() {
		await this.ndv.getByTestId('node-credentials-empty-state').getByRole('button').first().click();
		return await new CredentialDialog(this.#page).ready();
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

	/** What a resource mapper says in place of its fields. */
	async mapperNotice() {
		return await this.ndv.getByTestId('empty-fields-notice').innerText();
	}

	/** The fields that a resource mapper offers to add. @returns {Promise<string[]>} */
	async mapperChoices() {
		await this.ndv.getByTestId('add-fields-select').getByRole('button').click();
		const choices = this.#page.getByRole('menuitem').filter({ visible: true });
		await choices.first().waitFor();
		const texts = await choices.allInnerTexts();
		return texts.map((shown) => shown.trim());
	}

	/** Adds a field to a resource mapper, whose list is open. */
	async addMapperField(name) {
		await this.#page.getByRole('menuitem', { name, exact: true }).click();
	}

	/** Goes back to the canvas and opens the node there again. */
	async reopen(name) {
		await this.ndv.getByTestId('ndv-close-button').click();
		await this.ndv.waitFor({ state: 'detached' });
		await this.openNode(name);
	}

	/** Opens a node of the canvas. */
	async openNode(name) {
		const node = this.#page.getByTestId('canvas-node').filter({ hasText: name });
		await node.first().dblclick();
		await this.ndv.waitFor();
	}

	/** Fills a text parameter by its internal name, or a field of a resource mapper by its id. */
	async fill(parameter, value) {
		await this.ndv.getByTestId(`parameter-input-${parameter}`).locator('input, textarea').fill(value);
	}

	/** Chooses an option of a parameter by its shown name. */
	async chooseOption(parameter, name) {
		await this.ndv.getByTestId(`parameter-input-${parameter}`).click();
		await this.#options.filter({ has: this.#page.getByText(name, { exact: true }) }).click();
	}

	/** Adds an option to a collection of the open node. @param {string} button what its list says, e.g. `Add Option` */
	async addOption(button, name) {
		await this.ndv.getByPlaceholder(button).click();
		await this.#options.filter({ has: this.#page.getByText(name, { exact: true }) }).click();
	}

	/** Opens the list of a parameter that takes several options, and types. @returns the names that are left, once there are as many as expected */
	async searchOptions(parameter, text, { count }) {
		await this.ndv.getByTestId(`parameter-input-${parameter}`).click();
		await this.#options.nth(count).waitFor();
		await this.#page.keyboard.type(text);
		await this.#options.nth(count).waitFor({ state: 'hidden' });
		const texts = await this.#options.allInnerTexts();
		return texts.map((shown) => shown.trim().split('\n')[0]);
	}

	get #options() {
		return this.#page.locator('.el-select-dropdown__item:visible');
	}

	/** What the notices of the open node say. @returns {Promise<string[]>} */
	async notices() {
		return await this.ndv.getByTestId('node-parameters').getByRole('region').allInnerTexts();
	}

	/** The URL that the open trigger shows. @param {'Test' | 'Production'} which */
	async webhookUrl(which) {
		const headline = this.ndv.getByText('Webhook URLs', { exact: true });
		const choice = this.ndv.getByText(`${which} URL`, { exact: true });
		if (!(await choice.isVisible())) await headline.click();
		await choice.click();
		return (await this.ndv.locator('.webhook-url').innerText()).replace(/\s/g, '');
	}

	/**
	 * Has the open trigger wait for an event.
	 *
	 * @param {() => Promise<void>} makeEvent
	 * @returns what it puts out, read from the screen
	 */
	async testTrigger(makeEvent) {
		await this.settle();
		await this.ndv.getByTestId('node-execute-button').click();
		await this.ndv
			.getByText(/^Listening for/)
			.first()
			.waitFor();
		await makeEvent();
		const output = this.ndv.getByTestId('output-panel');
		await output.getByTestId('radio-button-json').click();
		await output.locator('.vjs-tree').waitFor();
		return await this.#shownJson(output);
	}

	/** Types an ID into a resource locator that has no list. */
	async fillLocator(parameter, id) {
		await this.ndv.getByTestId(`resource-locator-${parameter}`).getByTestId('rlc-input').fill(id);
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
		const { error, execution } = await this.#execute();
		if (error) throw new Error(`The node failed: ${error}`);
		const output = this.ndv.getByTestId('output-panel');
		await output.getByTestId('radio-button-json').click();
		// What an earlier run put out may still stand there.
		const deadline = Date.now() + PATIENCE_MS;
		for (;;) {
			const shown = await this.#shownJson(output);
			if (isDeepStrictEqual(shown, execution.lastItems)) return shown;
			if (Date.now() > deadline)
				throw new Error(`The screen does not show the output: ${JSON.stringify(shown)}`);
			await this.#page.waitForTimeout(100);
		}
	}

	/** `undefined` while the editor is just drawing it. */
	async #shownJson(output) {
		const tree = output.locator('.vjs-tree');
		const inView = jsonIn(await tree.innerText());
		if (inView !== undefined) return inView;
		// The editor draws as much of a long output as is in view.
		const usual = this.#page.viewportSize();
		await this.#page.setViewportSize({ ...usual, height: 5000 });
		await this.#page.waitForTimeout(500);
		const shown = jsonIn(await tree.innerText());
		await this.#page.setViewportSize(usual);
		return shown;
	}

	/** Executes the open node, which has to fail. @returns {Promise<string>} what the output panel says of it */
	async executeFailingStep() {
		const { error } = await this.#execute();
		if (!error) throw new Error('The node did not fail.');
		return error;
	}

	/** @returns {Promise<{ error?: string, execution: Execution }>} message and description of its error on the screen */
	async #execute() {
		await this.settle();
		// The note at the edge of the screen does not come when a run ends before its start is confirmed.
		const started = this.#page.waitForResponse((answer) => /\/workflows\/[^/]+\/run$/.test(answer.url()));
		const [, answer] = await Promise.all([this.ndv.getByTestId('node-execute-button').click(), started]);
		if (!answer.ok())
			throw new Error(`n8n did not start the node: ${answer.status()} ${await answer.text()}`);
		const execution = await this.#endOf((await answer.json()).data.executionId);
		// An earlier error may stand there until the editor has heard of the end.
		const output = this.ndv.getByTestId('output-panel');
		const message = output.getByTestId('node-error-message');
		if (execution.status === 'success') {
			await output.getByTestId('radio-button-json').waitFor();
			await message.waitFor({ state: 'detached' });
			return { execution };
		}
		const [firstLine] = execution.error.split('\n');
		await message.filter({ hasText: firstLine.split(':')[0] }).waitFor();
		const description = await output.getByTestId('node-error-description').innerText();
		return { execution, error: `${await message.innerText()}\n${description}` };
	}

	/** Waits for the end of a run, and gets it as the editor itself would. */
	async #endOf(executionId) {
		const deadline = Date.now() + PATIENCE_MS;
		while (Date.now() < deadline) {
			const answer = await this.#page.evaluate(async (id) => {
				const headers = { 'browser-id': localStorage.getItem('n8n-browserId') ?? '' };
				return await (await fetch(`/rest/executions/${id}`, { headers })).json();
			}, executionId);
			const execution = answer.data && Execution.ended(answer.data);
			if (execution) return execution;
			await this.#page.waitForTimeout(200);
		}
		throw new Error(`The run ${executionId} did not end within ${PATIENCE_MS / 1000} s.`);
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

function jsonIn(shown) {
	try {
		// The editor sets its JSON with blanks that do not break.
		return JSON.parse(shown.replaceAll('\u00a0', ' '));
	} catch {
		return undefined;
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
