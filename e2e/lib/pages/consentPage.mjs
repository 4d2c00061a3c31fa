/** The sandbox's page on which a person lets an app in, in n8n's pop-up window. */
export class ConsentPage {
	/**
	 * @param {import('playwright-core').Page} page
	 * @param {import('playwright-core').Page} opener the editor, which opened it
	 */
	constructor(page, opener) {
		this.page = page;
		this.#opener = opener;
	}

	#opener;

	async ready() {
		await this.page.locator('#consent').waitFor();
		return this;
	}

	/** What the app asks for, as the page shows it. @returns {Promise<string[]>} */
	async scopes() {
		const shown = await this.page.locator('#scopes li, #scopes label').allTextContents();
		return shown.map((text) => text.trim());
	}

	/** Chooses a location by its id, or `agency` for all of them. */
	async choose(where) {
		await this.page.locator(`#location-${where}`).check();
	}

	/** Lets the app in; n8n closes the window. */
	async allow() {
		const closed = this.page.waitForEvent('close');
		await this.page.locator('#allow').click();
		await closed;
	}

	/** Refuses. @returns {Promise<string>} what the window says then; it is closed afterwards */
	async cancel() {
		await this.page.locator('#cancel').click();
		await this.page.waitForURL(/\/callback\?/);
		const text = await this.page.locator('body').innerText();
		await this.page.close();
		await this.#opener.bringToFront();
		return text;
	}
}
