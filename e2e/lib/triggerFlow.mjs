import { Advice } from '../../scripts/lib/say.mjs';
import { manifest } from './packaging.mjs';

/** A crash leaves executions behind that never end; n8n marks them when it starts again. */
const ENDED = new Set(['success', 'error', 'crashed', 'canceled']);

/** An active workflow of one trigger and nothing else, and what it started. */
export class TriggerFlow {
	/**
	 * Saves and activates the workflow, and waits until the webhook of a webhook trigger answers.
	 *
	 * @param {import('./n8n.mjs').N8n} n8n
	 * @param {object} options
	 * @param {string} options.name
	 * @param {string} options.type without the package's name, e.g. `goHighLevelTrigger`
	 * @param {Record<string, unknown>} options.parameters
	 * @param {Record<string, { id: string, name: string }>} [options.credentials]
	 * @param {boolean} [options.webhook]
	 */
	static async activate(n8n, { name, type, parameters, credentials, webhook = true }) {
		const webhookId = name.toLowerCase().replace(/\W+/g, '-');
		const trigger = {
			...{ id: webhookId, name: TRIGGER, webhookId, typeVersion: 1, position: [0, 0] },
			...{ type: `${manifest.name}.${type}`, parameters, credentials },
		};
		const workflow = { name, nodes: [trigger], connections: {}, settings: { executionOrder: 'v1' } };
		const flow = new TriggerFlow(n8n, await n8n.client.saveWorkflow(workflow), `${webhookId}/webhook`);
		await n8n.client.activate(flow.workflowId, webhook ? flow.#path : undefined);
		return flow;
	}

	/** @private */
	constructor(n8n, workflowId, path) {
		this.#n8n = n8n;
		this.workflowId = workflowId;
		this.#path = path;
	}

	#n8n;
	#path;

	/** The production URL of its webhook. */
	get url() {
		return this.#n8n.client.webhookUrl(this.#path);
	}

	/** All its executions so far, once none is running. @returns {Promise<import('./n8nClient.mjs').Execution[]>} */
	async executions({ withinMs = 120_000 } = {}) {
		const deadline = Date.now() + withinMs;
		for (;;) {
			const executions = this.#n8n.executions(this.workflowId);
			if (executions.every(({ status }) => ENDED.has(status))) return executions;
			if (Date.now() > deadline) throw new Advice(`Executions did not end within ${withinMs / 1000} s.`);
			await new Promise((resolve) => setTimeout(resolve, 200));
		}
	}

	/** The items that the trigger put out, one list an execution. */
	async started() {
		return (await this.executions()).map((execution) => execution.startedWith(TRIGGER));
	}

	/** How many executions were started by the event of each webhookId. @returns {Promise<Map<string, number>>} */
	async startsByEvent() {
		const starts = new Map();
		for (const [{ webhookId }] of await this.started())
			starts.set(webhookId, (starts.get(webhookId) ?? 0) + 1);
		return starts;
	}

	async deactivate() {
		await this.#n8n.client.deactivate(this.workflowId);
	}
}

const TRIGGER = 'Trigger';
