/** The page of the WhatsAble sandbox, which looks like a chat. */
export class ChatPage {
	/** @param {import('playwright-core').Page} page @param {string} url */
	static async open(page, url) {
		await page.goto(url);
		await page.locator('#conversations .row').first().waitFor();
		return new ChatPage(page);
	}

	/** @private */
	constructor(page) {
		this.page = page;
	}

	/** Opens the conversation with a number. @param {string} phone digits only */
	async choose(phone) {
		await this.page.bringToFront();
		await this.page.locator(`#conversations .row[title="+${phone}"]`).click();
		await this.page.locator('#chat-head').waitFor();
	}

	/** Writes as the customer of the open conversation. */
	async type(text) {
		await this.page.bringToFront();
		const field = this.page.locator('#compose textarea');
		await field.fill(text);
		await field.press('Enter');
		await this.waitForMessage(text);
	}

	/** Waits until a message with exactly this text stands in the open conversation. */
	async waitForMessage(text) {
		await this.page.locator('#messages .bubble .text').getByText(text, { exact: true }).waitFor();
	}
}
