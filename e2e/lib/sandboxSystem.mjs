/** One of the systems that the sandbox plays on localhost, and its own controls. */
export class SandboxSystem {
	/** @param {string} url */
	constructor(url) {
		this.url = url;
	}

	/** The answer of one of the sandbox's own controls (`/__sandbox/...`). */
	async control(path, { method = 'GET', body } = {}) {
		const response = await fetch(`${this.url}/__sandbox/${path}`, {
			method,
			...(body === undefined
				? {}
				: { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
		});
		if (!response.ok) {
			throw new Error(`Sandbox control ${method} ${path}: ${response.status} ${await response.text()}`);
		}
		const text = await response.text();
		return text ? JSON.parse(text) : undefined;
	}

	/** The constants of its seed state, such as tokens, keys and ids. */
	async constants() {
		return (await this.control('state')).demo;
	}

	/** Calls of the token endpoints that were carried out; of the systems that have any. */
	async oAuthCounts() {
		return (await this.control('oauth')).counts;
	}

	/** Ends the life of all OAuth access tokens; the refresh tokens stay. */
	async expireAccessTokens() {
		await this.control('oauth/expire', { method: 'POST' });
	}

	/** Where its webhooks go. */
	async registrations() {
		return (await this.control(`webhooks?since=${Number.MAX_SAFE_INTEGER}`)).registrations;
	}
}
