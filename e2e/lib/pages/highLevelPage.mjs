/** The page of the HighLevel sandbox, on which a person does what a user of HighLevel does. */
export class HighLevelPage {
	/** @param {import('playwright-core').Page} page @param {string} url */
	static async open(page, url) {
		await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: url });
		await page.goto(url);
		await page.locator('#connection').getByText(url).waitFor();
		return new HighLevelPage(page);
	}

	/** @private */
	constructor(page) {
		this.page = page;
	}

	/** The key that the button next to "Webhooks go to" copies. @returns {Promise<string>} */
	async copyPublicKey() {
		await this.#unfold('controls');
		await this.page.locator('#copy-public-key').click();
		await this.#told('Public Key copied');
		return await this.page.evaluate(() => navigator.clipboard.readText());
	}

	/** A value that n8n asks for, by its button. @param {string} label @returns {Promise<string>} */
	async copyValue(label) {
		await this.#unfold('values');
		await this.page.locator(`#value-list button[title="Copy ${label}"]`).click();
		await this.#told(`${label} copied`);
		return await this.page.evaluate(() => navigator.clipboard.readText());
	}

	async sendWebhooksTo(url) {
		await this.#unfold('controls');
		const form = this.page.locator('#app-form');
		await form.getByLabel('Webhooks go to').fill(url);
		await form.getByRole('button', { name: 'Apply' }).click();
		await this.#told('Settings applied');
	}

	/** Opens the contact with this email, which has it chosen in the other forms too. */
	async editContact(email) {
		await this.#unfold('manual');
		const row = this.page.locator('#contacts tr').filter({ hasText: email });
		await row.getByRole('button', { name: 'Edit' }).click();
		await this.page.locator('#contact-form-title').getByText('Edit').waitFor();
	}

	/** Opens the note, task, opportunity, appointment or listing whose row has this text. */
	async editActivity(text) {
		await this.#unfold('manual');
		const row = this.page.locator('#activities li').filter({ hasText: text });
		await row.getByRole('button', { name: 'Edit' }).click();
	}

	/**
	 * Fills in a form and saves it.
	 *
	 * @param {string} kind `contact`, `note`, `task`, `message`, `opportunity`, `appointment`, `listing` or `submission`
	 * @param {Record<string, string>} fields by the field's name; what a `select` is set to by its text
	 * @param {string} outcome `added` or `changed`
	 */
	async save(kind, fields, outcome) {
		await this.fill(kind, fields);
		await this.#submit(kind);
		await this.#told(`The ${kind} was ${outcome}`);
	}

	/** Saves a form that is refused. @returns {Promise<string[]>} what the page says then, field by field */
	async refused(kind, fields) {
		await this.fill(kind, fields);
		await this.#submit(kind);
		const refusals = this.page.locator(`#${kind}-form .refusal`);
		await refusals.first().waitFor();
		return await refusals.allInnerTexts();
	}

	async fill(kind, fields) {
		await this.#unfold('manual');
		for (const [name, value] of Object.entries(fields)) {
			const field = this.page.locator(`#${kind}-form [name="${name}"]`);
			const isSelect = await field.evaluate(({ tagName }) => tagName === 'SELECT');
			if (isSelect) await field.selectOption({ label: value });
			else await field.fill(value);
		}
	}

	async #submit(kind) {
		await this.page
			.locator(`#${kind}-form`)
			.getByRole('button', { name: `Save ${kind}` })
			.click();
	}

	async #told(text) {
		await this.page.locator('#outcome').getByText(text).waitFor();
	}

	async #unfold(id) {
		const details = this.page.locator(`#${id}`);
		if (!(await details.evaluate(({ open }) => open))) await details.locator('summary').click();
	}
}
