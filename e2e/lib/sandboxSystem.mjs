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

	/**
	 * Lets an app in, as a person does on the consent page.
	 *
	 * @param {string} address of the page; of a system that asks for nothing but scopes
	 * @returns {Promise<string>} the address that the page leads back to, with the code in it
	 */
	async consent(address) {
		const { origin, pathname, searchParams } = new URL(address);
		const form = new URLSearchParams(searchParams);
		form.set('decision', 'allow');
		for (const scope of searchParams.get('scope').split(' ')) form.append('allowed', scope);
		const answer = await fetch(`${origin}${pathname}`, { method: 'POST', body: form, redirect: 'manual' });
		const target = answer.headers.get('location');
		if (target) return target;
		throw new Error(`The consent page answered ${answer.status}: ${await answer.text()}`);
	}

	/** Where its webhooks go. */
	async registrations() {
		return (await this.control(`webhooks?since=${Number.MAX_SAFE_INTEGER}`)).registrations;
	}
}
