import { parse } from 'flatted';

/** A workflow's run that has ended. */
export class Execution {
	/** The run that n8n's answer tells of, or `undefined` while it goes on. */
	static ended(answer) {
		return answer.finished || answer.stoppedAt ? new Execution(answer) : undefined;
	}

	/** Takes an execution as n8n's API and its database give it, also one that goes on. */
	constructor({ id, status, data }) {
		this.id = id;
		/** @type {'success' | 'error' | 'crashed' | 'running' | 'new' | string} */
		this.status = status;
		const { resultData, executionData } = typeof data === 'string' ? parse(data) : data;
		this.#result = resultData;
		this.#toRun = executionData?.nodeExecutionStack ?? [];
	}

	#result;
	#toRun;

	/** The message of the error that ended the run, if one did. */
	get error() {
		const { error } = this.#result;
		return error && [error.message, error.description].filter(Boolean).join(': ');
	}

	/**
	 * The items that left one output of a node, over all its runs.
	 *
	 * @param {string} node its name in the workflow
	 * @param {number} [output] 0 is the first; an error output comes after the ordinary ones
	 * @returns {Record<string, unknown>[]}
	 */
	items(node, output = 0) {
		return (this.#result.runData[node] ?? []).flatMap(({ data }) =>
			(data?.main?.[output] ?? []).map(({ json }) => json),
		);
	}

	/** What the node put out with which the run ended. */
	get lastItems() {
		return this.items(this.#result.lastNodeExecuted);
	}

	/**
	 * The items with which the trigger started the run, also when it came no further.
	 *
	 * @returns {Record<string, unknown>[]}
	 */
	startedWith(trigger) {
		if (this.ran(trigger)) return this.items(trigger);
		const waiting = this.#toRun.filter(({ node }) => node.name === trigger);
		return waiting.flatMap(({ data }) => (data?.main?.[0] ?? []).map(({ json }) => json));
	}

	/** Whether the node ran at all. */
	ran(node) {
		return node in this.#result.runData;
	}
}
