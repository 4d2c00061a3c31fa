import { createServer } from 'node:http';

/**
 * @typedef {{ role: string, content: string, tool_calls?: object[] }} Message
 * @typedef {{ name: string, description: string, parameters: { properties: Record<string, { description?: string }> } }} Tool
 * @typedef {{ call: string, with: object } | { say: string }} Turn
 */

/** A language model on localhost that speaks OpenAI's chat protocol and plays a script instead of thinking. */
export class ScriptedModel {
	/**
	 * @param {Array<(asked: { messages: Message[], tools: Tool[] }) => Turn>} script what it does at each request; it
	 *   may look at what the agent told it so far
	 */
	static async start(script) {
		const model = new ScriptedModel(script);
		await new Promise((resolve) => model.#server.listen(0, '127.0.0.1', resolve));
		return model;
	}

	/** @private */
	constructor(script) {
		this.#script = script;
	}

	#script;
	#server = createServer((request, response) => void this.#serve(request, response));

	/** What the agent sent, request by request. @type {Array<{ messages: Message[], tools: Tool[] }>} */
	asked = [];

	/** The Base URL of the credential. */
	get url() {
		return `http://127.0.0.1:${this.#server.address().port}/v1`;
	}

	async #serve(request, response) {
		const chunks = [];
		for await (const chunk of request) chunks.push(chunk);
		const { messages, tools = [], stream } = JSON.parse(Buffer.concat(chunks).toString() || '{}');
		const asked = { messages, tools: tools.map((tool) => tool.function) };
		this.asked.push(asked);
		const turn = this.#script[this.asked.length - 1]?.(asked) ?? { say: 'The script is at its end.' };
		const message = messageOf(turn, this.asked.length);
		if (stream) this.#stream(response, message);
		else this.#answer(response, message);
	}

	#answer(response, message) {
		response.setHeader('content-type', 'application/json');
		response.end(JSON.stringify({ ...envelope('chat.completion'), choices: [choice({ message }, message)] }));
	}

	#stream(response, message) {
		response.setHeader('content-type', 'text/event-stream');
		const delta = {
			...message,
			tool_calls: message.tool_calls?.map((call, index) => ({ index, ...call })),
		};
		const chunk = { ...envelope('chat.completion.chunk'), choices: [choice({ delta }, message)] };
		response.end(`data: ${JSON.stringify(chunk)}\n\ndata: [DONE]\n\n`);
	}

	async stop() {
		await new Promise((resolve) => {
			this.#server.close(resolve);
			this.#server.closeAllConnections();
		});
	}
}

function messageOf(turn, number) {
	if ('say' in turn) return { role: 'assistant', content: turn.say };
	const call = { name: turn.call, arguments: JSON.stringify(turn.with) };
	return {
		role: 'assistant',
		content: null,
		tool_calls: [{ id: `call_${number}`, type: 'function', function: call }],
	};
}

function choice(content, { tool_calls }) {
	return { index: 0, ...content, finish_reason: tool_calls ? 'tool_calls' : 'stop' };
}

function envelope(object) {
	const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
	return { id: 'chatcmpl-1', object, created: 0, model: 'scripted', usage };
}
