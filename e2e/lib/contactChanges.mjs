import { SeededRandom } from '../../sandbox/shared/random.ts';

const EVERY_MS = 400;

/** Somebody who creates and changes contacts of the sandbox's main location all the time. */
export class ContactChanges {
	/** @param {import('./sandbox.mjs').Sandbox} sandbox */
	constructor(sandbox) {
		this.#sandbox = sandbox;
	}

	#sandbox;
	#random = new SeededRandom(1);
	#isRunning = false;
	#run = Promise.resolve();

	/** The last name that each contact was given last, by its id; in lower case, as the search shows it. @type {Map<string, string>} */
	latest = new Map();

	/** How many creations and changes there were. */
	count = 0;
	/** What ended the work before its time. @type {Error | undefined} */
	error;

	start() {
		this.#isRunning = true;
		this.#run = this.#work();
		this.#run.catch((error) => (this.error = error));
	}

	/** Waits for what is on its way. */
	async stop() {
		this.#isRunning = false;
		await this.#run;
	}

	async #work() {
		const { locationId } = await this.#sandbox.constants();
		while (this.#isRunning) {
			const lastName = this.#nextName();
			const email = `${lastName}@example.com`;
			const { contact } = await this.#sandbox.call('POST', '/contacts/', { locationId, email, lastName });
			this.latest.set(contact.id, lastName);
			await this.#change(this.#random.pick([...this.latest.keys()]));
			await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
		}
	}

	async #change(id) {
		const lastName = this.#nextName();
		await this.#sandbox.call('PUT', `/contacts/${id}`, { lastName });
		this.latest.set(id, lastName);
	}

	#nextName() {
		this.count += 1;
		return `name${this.count}`;
	}
}
