import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { logsFolder, rootFolder } from '../../scripts/lib/paths.mjs';
import { binOf } from '../../scripts/lib/processes.mjs';
import { Advice } from '../../scripts/lib/say.mjs';
import { Child } from './children.mjs';
import { SandboxSystem } from './sandboxSystem.mjs';

/**
 * @typedef {{ id: string, email: string | null, phone: string | null, firstName: string, lastName: string,
 *   companyName: string | null, tags: string[], customFields: { id: string, value: unknown }[] }} Contact
 */

/** How far above HighLevel's port those of the other two systems are. */
export const OTHER_PORTS = { wiseAgent: 10, whatsAble: 20 };

/** HighLevel's stand-in on localhost, as its own process, and its controls; the two other systems come with it. */
export class Sandbox extends SandboxSystem {
	/**
	 * @param {object} options
	 * @param {number} options.port
	 * @param {string} [options.stateFile] its state ends with it when left out
	 * @param {boolean} [options.opportunities] whether HighLevel begins with some, and contacts for them; empty otherwise
	 * @param {string} [options.logName]
	 */
	constructor({ port, stateFile = '', opportunities = false, logName = 'sandbox' }) {
		super(`http://127.0.0.1:${port}`);
		this.wiseAgent = new SandboxSystem(`http://127.0.0.1:${port + OTHER_PORTS.wiseAgent}`);
		this.whatsAble = new SandboxSystem(`http://127.0.0.1:${port + OTHER_PORTS.whatsAble}`);
		this.#logFile = join(logsFolder, `${logName}.log`);
		this.#child = new Child('The sandbox', [binOf('tsx'), 'sandbox/main.ts'], {
			cwd: rootFolder,
			env: {
				...process.env,
				SANDBOX_PORT: String(port),
				SANDBOX_STATE: stateFile,
				SANDBOX_EMPTY: opportunities ? '' : '1',
			},
			logFile: this.#logFile,
		});
	}

	#child;
	#logFile;

	/** What it says, once it is ready, of state files that it could not read and has given another name. */
	notices() {
		const lines = readFileSync(this.#logFile, 'utf8').split('\n');
		return lines.filter((line) => line.startsWith('Set aside')).map((line) => line.slice(20));
	}

	/** Process id. */
	get pid() {
		return this.#child.pid;
	}

	async ready() {
		for (const { url } of [this, this.wiseAgent, this.whatsAble]) {
			await this.#child.waitUntil(async () => (await fetch(`${url}/__sandbox/state`)).ok, {
				withinMs: 30_000,
			});
		}
		return this;
	}

	/** How many contacts there are, in all locations. */
	async contactCount() {
		return (await this.control('state')).records.contacts;
	}

	/**
	 * All contacts of a location, as its API tells them to everybody.
	 *
	 * @param {{ token: string, locationId: string }} [of] the main location when left out
	 * @returns {Promise<Contact[]>}
	 */
	async contacts(of) {
		const { token, locationId } = of ?? (await this.constants());
		const contacts = [];
		let next = `${this.url}/contacts/?locationId=${locationId}&limit=100`;
		while (next) {
			const page = await this.#get(next, token);
			contacts.push(...page.contacts);
			// The address comes from the sandbox; only its query is taken over.
			next = page.meta.nextPageUrl && `${this.url}/contacts/${new URL(page.meta.nextPageUrl).search}`;
		}
		return contacts;
	}

	async #get(address, token) {
		return await this.#request(token, 'GET', address);
	}

	/** Calls its API with the main location's token, as anybody could. @returns the JSON of the answer */
	async call(method, path, body) {
		const { token } = await this.constants();
		return await this.#request(token, method, `${this.url}${path}`, body);
	}

	async #request(token, method, address, body) {
		for (;;) {
			const response = await fetch(address, {
				method,
				headers: {
					authorization: `Bearer ${token}`,
					version: '2021-07-28',
					...(body === undefined ? {} : { 'content-type': 'application/json' }),
				},
				...(body === undefined ? {} : { body: JSON.stringify(body) }),
			});
			if (response.ok) return await response.json();
			// The import may have used up what the limit allows.
			if (response.status !== 429) {
				throw new Error(`The sandbox answered ${address} with ${response.status}: ${await response.text()}`);
			}
			await new Promise((resolve) => setTimeout(resolve, 1000));
		}
	}

	/** Creates a contact of the main location and waits until the search knows it. @returns {Promise<string>} its id */
	async createContact(fields) {
		const { locationId } = await this.constants();
		const { contact } = await this.call('POST', '/contacts/', { locationId, ...fields });
		const query = new URLSearchParams({ locationId, email: fields.email });
		while (!(await this.call('GET', `/contacts/search/duplicate?${query}`)).contact) {
			await new Promise((resolve) => setTimeout(resolve, 200));
		}
		return contact.id;
	}

	/**
	 * The requests since a moment that changed something, in the order in which they came.
	 *
	 * @param {number} [since] ms since the epoch
	 */
	async writes(since = 0) {
		const { requests } = await this.control(`requests?since=${since}`);
		return requests.filter(
			({ method, path, status }) => method !== 'GET' && !/\/search\/?$/.test(path) && status < 300,
		);
	}

	/** Changes how its webhooks are delivered, such as where to (`url`). */
	async configureWebhooks(webhooks) {
		await this.control('settings', { method: 'PATCH', body: { webhooks } });
	}

	/** Sends events as HighLevel does. @returns {Promise<string[]>} their webhookIds */
	async sendEvents(events) {
		return (await this.control('webhooks/send', { method: 'POST', body: events })).webhookIds;
	}

	/** What became of all webhooks so far. @returns {Promise<{ open: number, delivered: number, failed: number, tries: number }>} */
	async webhookCounts() {
		// Without the deliveries themselves, of which there may be many.
		return (await this.control(`webhooks?since=${Number.MAX_SAFE_INTEGER}`)).counts;
	}

	/** The latest webhooks, as they were sent. */
	async webhookDeliveries() {
		return (await this.control('webhooks')).deliveries;
	}

	/** Waits until all webhooks are delivered or given up. @returns what became of them */
	async webhooksDelivered({ withinMs = 300_000 } = {}) {
		const deadline = Date.now() + withinMs;
		for (;;) {
			const counts = await this.webhookCounts();
			if (counts.open === 0) return counts;
			if (Date.now() > deadline) {
				throw new Advice(`${counts.open} webhooks were not delivered within ${withinMs / 1000} s.`);
			}
			await new Promise((resolve) => setTimeout(resolve, 200));
		}
	}

	async stop() {
		await this.#child.stop();
	}
}
