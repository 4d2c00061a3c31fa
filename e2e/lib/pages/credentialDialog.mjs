import { ConsentPage } from './consentPage.mjs';

/** The dialog in which n8n shows one credential. */
export class CredentialDialog {
	/** @param {import('playwright-core').Page} page */
	constructor(page) {
		this.#page = page;
		this.root = page.getByTestId('editCredential-modal');
	}

	#page;

	async ready() {
		await this.root.waitFor();
		return this;
	}

	/** The address that has to be registered with the app. */
	async redirectUrl() {
		return (await this.root.getByTestId('copy-input').innerText()).trim();
	}

	async rename(name) {
		await this.root.getByTestId('inline-edit-preview').click();
		await this.root.getByTestId('inline-edit-input').fill(name);
		await this.#page.keyboard.press('Enter');
	}

	/** Fills a text field by its internal name. */
	async fill(field, value) {
		await this.#field(field).locator('input').fill(value);
	}

	/** Chooses an option of a field by the option's shown name. */
	async choose(field, option) {
		await this.#field(field).click();
		await this.#option(option).click();
	}

	/** Chooses exactly these options of a field that takes several. */
	async chooseOnly(field, options) {
		const input = this.#field(field);
		for (const chosen of await input.locator('.el-tag').allInnerTexts()) {
			await input.locator('.el-tag', { hasText: chosen }).locator('.el-tag__close').click();
		}
		await input.click();
		for (const option of options) await this.#option(option).click();
		// The list stays open over the fields below it.
		await this.root.getByTestId('credential-name').click({ position: { x: 1, y: 1 } });
	}

	/** Turns a switch. */
	async toggle(field) {
		await this.#field(field).locator('.el-switch').click();
	}

	#field(name) {
		return this.root.getByTestId(`parameter-input-${name}`);
	}

	#option(name) {
		const exactly = new RegExp(`^\\s*${name.replace(/[./]/g, '\\$&')}\\s*(\\n|$)`);
		return this.#page
			.locator('.el-select-dropdown__item:visible')
			.filter({ has: this.#page.getByText(exactly) })
			.first();
	}

	/** Saves, whereupon n8n tests the credential. */
	async save() {
		await this.root.getByTestId('credential-save-button').click();
	}

	/** Waits until n8n shows that the credential works. */
	async waitForTested() {
		await this.root.getByTestId('credentials-config-container-test-success').waitFor();
	}

	/** Waits until n8n shows why the credential does not work. @param {RegExp} why */
	async waitForRefused(why) {
		await this.root.getByText('More details', { exact: true }).click();
		await this.root.getByText(why).first().waitFor();
	}

	/** Clicks Connect, or Switch account when there is a connection already. @returns what the pop-up shows */
	async connect() {
		const button = this.root
			.getByTestId('quick-connect-button')
			.or(this.root.getByTestId('oauth-switch-account-button'))
			.filter({ visible: true });
		const [popup] = await Promise.all([this.#page.waitForEvent('popup'), button.click()]);
		return await new ConsentPage(popup, this.#page).ready();
	}

	/** Waits until n8n shows the connection. */
	async waitForConnected() {
		await this.root.getByTestId('oauth-connect-success-banner').waitFor();
	}

	/** Waits until n8n shows that there is none. */
	async waitForNotConnected() {
		await this.root.getByTestId('oauth-not-connected-banner').waitFor();
	}

	/** Shows all fields at once, without scrolling, while `action` takes a picture. */
	async unfolded(action) {
		const usual = this.#page.viewportSize();
		await this.#page.setViewportSize({ ...usual, height: 1600 });
		const style = await this.#page.addStyleTag({
			content:
				'[data-test-id=editCredential-modal] { height: auto !important; max-height: none !important } ' +
				'[data-test-id=editCredential-modal] :has([data-test-id=node-credentials-config-container]) ' +
				'{ height: auto !important; max-height: none !important; overflow: visible !important }',
		});
		await this.root.getByTestId('credential-name').hover();
		await this.#page.waitForTimeout(500);
		await action();
		await style.evaluate((element) => element.remove());
		await this.#page.setViewportSize(usual);
	}

	async close() {
		await this.root.getByLabel('Close this dialog').click();
		await this.root.waitFor({ state: 'detached' });
	}
}
