import { Advice } from '../../scripts/lib/say.mjs';
import { manifest } from './n8n/packaging.mjs';

/** A crash leaves executions behind that never end; n8n marks them when it starts again. */
const ENDED = new Set(['success', 'error', 'crashed', 'canceled']);

/** A workflow in n8n with a trigger, and what that started. */
export class TriggerFlow {
	/**
	 * A workflow of one trigger and nothing else.
	 *
	 * @param {import('./n8n/n8n.mjs').N8n} n8n
	 * @param {object} options
	 * @param {string} options.name
	 * @param {string} options.type without the package's name, e.g. `goHighLevelTrigger`
	 * @param {Record<string, unknown>} options.parameters
	 * @param {Record<string, { id: string, name: string }>} [options.credentials]
	 */
	static async activate(n8n, { name, type, parameters, credentials }) {
		const trigger = {
			...{ id: name, name: 'Trigger', typeVersion: 1, position: [0, 0] },
			...{ type: `${manifest.name}.${type}`, parameters, credentials },
		};
		const workflow = { name, nodes: [trigger], connections: {}, settings: { executionOrder: 'v1' } };
		return await (await TriggerFlow.save(n8n, workflow, trigger)).publish();
	}

	/** Puts a workflow into n8n, with a URL for the trigger, which has to be one of its nodes. */
	static async save(n8n, workflow, trigger) {
		trigger.webhookId = workflow.name.toLowerCase().replace(/\W+/g, '-');
		return new TriggerFlow(n8n, await n8n.client.saveWorkflow(workflow), trigger);
	}

	/** @private */
	constructor(n8n, workflowId, { name, webhookId }) {
		this.#n8n = n8n;
		this.workflowId = workflowId;
		this.#trigger = name;
		this.#path = `${webhookId}/webhook`;
	}

	#n8n;
	#trigger;
	#path;

	async publish() {
		await this.#n8n.client.activate(this.workflowId);
		return this;
	}

	/** The production URL of its webhook. */
	get url() {
		return this.#n8n.client.webhookUrl(this.#path);
	}

	/** All its executions so far, once none is running. @returns {Promise<import('./n8n/execution.mjs').Execution[]>} */
	async executions({ withinMs = 120_000 } = {}) {
		const deadline = Date.now() + withinMs;
		for (;;) {
			const executions = this.#n8n.executions(this.workflowId);
			if (executions.every(({ status }) => ENDED.has(status))) return executions;
			if (Date.now() > deadline) throw new Advice(`Executions did not end within ${withinMs / 1000} s.`);
			await new Promise((resolve) => setTimeout(resolve, 200));
		}
	}

	/** Waits until so many executions have ended. @returns {Promise<import('./n8n/execution.mjs').Execution[]>} all of them */
	async ended(count, { withinMs = 120_000 } = {}) {
		const deadline = Date.now() + withinMs;
		for (;;) {
			const executions = await this.executions({ withinMs });
			if (executions.length >= count) return executions;
			if (Date.now() > deadline) {
				throw new Advice(`${executions.length} of ${count} executions within ${withinMs / 1000} s.`);
			}
			await new Promise((resolve) => setTimeout(resolve, 200));
		}
	}

	/** The items that the trigger put out, one list an execution. */
	async started() {
		return (await this.executions()).map((execution) => execution.startedWith(this.#trigger));
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
