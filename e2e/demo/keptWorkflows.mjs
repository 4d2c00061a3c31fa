import { createHash } from 'node:crypto';

/** Puts the demo's workflows into n8n, and leaves alone what a person has made of them since. */
export class KeptWorkflows {
	/**
	 * @param {Pick<import('../lib/n8n/n8nClient.mjs').N8nClient,
	 *   'workflow' | 'workflowNamed' | 'createWorkflow' | 'updateWorkflow'>} client signed in
	 * @param {Pick<import('./demoFolder.mjs').DemoFolder, 'workflow' | 'keepWorkflow'>} folder
	 */
	constructor(client, folder) {
		this.#client = client;
		this.#folder = folder;
	}

	#client;
	#folder;
	/** Names of the workflows that a person has changed. @type {string[]} */
	changed = [];

	/**
	 * Creates a workflow; or overwrites the one of an earlier start, if nobody has changed it.
	 *
	 * @param {{ name: string, nodes: object[], connections: object }} workflow
	 * @returns {Promise<string>} its id, which stays the same
	 */
	async save(workflow) {
		const { name } = workflow;
		const wanted = fingerprint(workflow);
		const kept = this.#folder.workflow(name);
		const existing =
			(kept && (await this.#client.workflow(kept.id))) ?? (await this.#client.workflowNamed(name));
		if (!existing) return this.#keep(name, wanted, await this.#client.createWorkflow(workflow));

		const present = fingerprint(existing);
		if (present === wanted || (present === kept?.stored && kept.wanted === wanted)) {
			return this.#keep(name, wanted, existing);
		}
		if (present === kept?.stored) {
			return this.#keep(name, wanted, await this.#client.updateWorkflow(existing.id, workflow));
		}
		this.changed.push(name);
		return existing.id;
	}

	#keep(name, wanted, stored) {
		this.#folder.keepWorkflow(name, { id: stored.id, wanted, stored: fingerprint(stored) });
		return stored.id;
	}
}

/** What a workflow does, in a short text that changes with it; whatever the order of the keys. */
function fingerprint({ nodes, connections }) {
	return createHash('sha256').update(JSON.stringify({ nodes, connections }, sortedKeys)).digest('hex');
}

function sortedKeys(_key, value) {
	if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
	return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
