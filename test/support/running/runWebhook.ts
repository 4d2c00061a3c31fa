import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { HookContext, WebhookContext } from 'n8n-core';
import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	INode,
	INodeType,
	IWebhookData,
	IWebhookResponseData,
	IWorkflowExecuteAdditionalData,
	WorkflowActivateMode,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';

import { GoHighLevelTrigger } from '../../../nodes/GoHighLevel/GoHighLevelTrigger.node.ts';
import { additionalData, TestNodeTypes } from './runWorkflow';

export interface TriggerOptions {
	/** The node's parameters as the editor stores them. */
	parameters: IDataObject;
	credentials?: Record<string, ICredentialDataDecryptedObject>;
	/** `manual` for "Listen for test event"; `webhook` (an active workflow) unless told. */
	mode?: WorkflowExecuteMode;
	/** Each node has a memory of its own: one that no other test uses, unless told. */
	nodeId?: string;
	/** n8n keeps apart by it what belongs to two credentials. */
	credentialId?: string;
	/** The GoHighLevel Trigger unless told. */
	nodeType?: INodeType;
	/** Where n8n says that its webhooks are, for what the node registers; this server unless told. */
	publicUrl?: string;
	/** The workflow's time zone; UTC unless told. */
	timezone?: string;
}

export interface Reply {
	status: number;
	body: string;
}

let nodeCount = 0;

/**
 * A server that does with a request what n8n's does for an active workflow with one trigger: it reads and parses the
 * body, calls the node with n8n-core's own context, and answers when the execution is there. What it would start is
 * kept in `executions`.
 */
export class TriggerServer {
	/** The JSON of the items with which executions were started, in their order. */
	readonly executions: IDataObject[] = [];
	/** What the node answered by itself or left to n8n; an error here would be a failed execution. */
	readonly errors: unknown[] = [];
	/** Called before an execution is there; what it throws is n8n's own failure, answered with 500. */
	beforeExecution: () => Promise<void> | void = () => undefined;
	/**
	 * What the database has for the nodes of the workflow. n8n saves it when a workflow was activated or deactivated, if
	 * it says of itself that it was changed.
	 */
	staticData: IDataObject = {};
	private testStaticData: IDataObject | undefined;
	private readonly server: Server;
	private readonly node: INode;
	private readonly nodeType: INodeType;

	private constructor(private options: TriggerOptions) {
		nodeCount += 1;
		const { parameters, credentials = {}, nodeId = `node-${nodeCount}`, credentialId = '1' } = options;
		this.nodeType = options.nodeType ?? new GoHighLevelTrigger();
		const { displayName, name } = this.nodeType.description;
		this.node = {
			...nodeOf(nodeId, parameters, Object.keys(credentials), credentialId),
			name: displayName,
			type: `n8n-nodes-gohighlevel-sync.${name}`,
		};
		this.server = createServer((request, response) => void this.handle(request, response));
	}

	static async start(options: TriggerOptions): Promise<TriggerServer> {
		const started = new TriggerServer(options);
		await new Promise<void>((resolve) => started.server.listen(0, '127.0.0.1', resolve));
		return started;
	}

	get url(): string {
		return `${this.origin}/webhook`;
	}

	private get origin(): string {
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}

	/**
	 * Calls what n8n calls when the workflow is activated; throws what the operator reads then.
	 *
	 * @param activation `update` when an active workflow is saved, `init` when n8n starts
	 */
	async activate(activation: WorkflowActivateMode = 'activate'): Promise<void> {
		const { nodeType, workflow, additional, webhookData } = this.parts();
		const { mode = 'webhook' } = this.options;
		const context = new HookContext(workflow, this.node, additional, mode, activation, webhookData);
		await workflow.expression.withIsolate(async () => {
			const methods = nodeType.webhookMethods?.default;
			if (!(await methods?.checkExists.call(context))) await methods?.create.call(context);
		});
		this.saveIfChanged(workflow);
	}

	private saveIfChanged({ staticData }: Workflow): void {
		if ('__dataChanged' in staticData && staticData.__dataChanged) this.staticData = json(staticData);
	}

	/** Changes what the node is set to, as a person does in the editor. */
	change(options: Pick<TriggerOptions, 'parameters'> | Pick<TriggerOptions, 'credentials'>): void {
		this.options = { ...this.options, ...options };
		Object.assign(this.node, 'parameters' in options ? { parameters: options.parameters } : {});
	}

	/** n8n gets another address. */
	moveTo(publicUrl: string): void {
		this.options = { ...this.options, publicUrl };
	}

	/** "Listen for test event" beside the active workflow: with the test URL, and static data of its own. */
	async listen(): Promise<void> {
		const { nodeType, workflow, additional, webhookData } = this.parts(true);
		const context = new HookContext(workflow, this.node, additional, 'manual', 'manual', webhookData);
		await workflow.expression.withIsolate(async () => {
			const methods = nodeType.webhookMethods?.default;
			if (!(await methods?.checkExists.call(context))) await methods?.create.call(context);
		});
		this.testStaticData = json(workflow.staticData);
	}

	/** The test event has come, or the operator stops waiting for it. */
	async stopListening(): Promise<void> {
		const { nodeType, workflow, additional, webhookData } = this.parts(true);
		const context = new HookContext(workflow, this.node, additional, 'internal', 'update', webhookData);
		await workflow.expression.withIsolate(
			async () => await nodeType.webhookMethods?.default?.delete.call(context),
		);
		this.testStaticData = undefined;
	}

	/** Calls what n8n calls when the workflow is deactivated. */
	async deactivate(): Promise<boolean> {
		const { nodeType, workflow, additional, webhookData } = this.parts();
		const context = new HookContext(workflow, this.node, additional, 'webhook', 'manual', webhookData);
		const isDone = await workflow.expression.withIsolate(
			async () => (await nodeType.webhookMethods?.default?.delete.call(context)) ?? false,
		);
		this.saveIfChanged(workflow);
		return isDone;
	}

	private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
		try {
			await this.executeWebhook(request, response);
		} catch (error) {
			response.statusCode = error instanceof Unprocessable ? 422 : 500;
			response.end('{"code":0,"message":"There was a problem executing the workflow"}');
		}
	}

	private async executeWebhook(request: IncomingMessage, response: ServerResponse): Promise<void> {
		await parseBody(request);
		const { searchParams } = new URL(request.url ?? '/', this.origin);
		Object.assign(request, { query: Object.fromEntries(searchParams) });
		const result = await this.runWebhook(request, response);
		if (result.workflowData === undefined) {
			if (!result.noWebhookResponse) response.end('{"message":"Webhook call received"}');
			return;
		}
		await this.beforeExecution();
		this.executions.push(...result.workflowData.flat().map(({ json }) => json));
		if (!result.noWebhookResponse) response.end();
	}

	private async runWebhook(
		request: IncomingMessage,
		response: ServerResponse,
	): Promise<IWebhookResponseData> {
		const isTest = request.url?.startsWith('/webhook-test') ?? false;
		const { nodeType, workflow, additional, webhookData } = this.parts(isTest);
		Object.assign(additional, { httpRequest: request, httpResponse: response });
		const mode = isTest ? 'manual' : (this.options.mode ?? 'webhook');
		const context = new WebhookContext(workflow, this.node, additional, mode, webhookData, [], null);
		try {
			return await workflow.expression.withIsolate(
				async () => (await nodeType.webhook?.call(context)) as IWebhookResponseData,
			);
		} catch (error) {
			this.errors.push(error);
			throw error;
		}
	}

	/** n8n makes all of it anew for every delivery. */
	private parts(isTest = false) {
		const { parameters, credentials = {}, publicUrl = this.origin } = this.options;
		const { nodeType } = this;
		const workflow = new Workflow({
			id: 'test',
			nodes: [structuredClone(this.node)],
			connections: {},
			nodeTypes: new TestNodeTypes({ [this.node.type]: nodeType }),
			active: true,
			staticData: json(this.staticData),
			settings: { timezone: this.options.timezone ?? 'UTC' },
		});
		if (isTest && this.testStaticData) workflow.setTestStaticData(this.testStaticData);
		const node = workflow.getNode(this.node.name) as INode;
		this.node.parameters = node.parameters;
		const additional: IWorkflowExecuteAdditionalData = additionalData(workflow, { parameters, credentials });
		Object.assign(additional, {
			webhookBaseUrl: `${publicUrl}/webhook`,
			webhookTestBaseUrl: `${publicUrl}/webhook-test`,
		});
		const [webhookDescription] = nodeType.description.webhooks ?? [];
		const webhookData = { webhookDescription, isTest } as unknown as IWebhookData;
		return { nodeType, workflow, additional, webhookData };
	}
}

/** As it comes back from a database. */
function json(data: IDataObject): IDataObject {
	return JSON.parse(JSON.stringify(data)) as IDataObject;
}

class Unprocessable extends Error {}

/** As n8n's body parser: the raw bytes, and what they say where the content type is one that it reads. */
async function parseBody(request: IncomingMessage & { rawBody?: Buffer; body?: unknown }): Promise<void> {
	const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim();
	if (type?.startsWith('multipart/')) {
		request.resume();
		request.body = { data: {}, files: {} };
		return;
	}
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	request.rawBody = Buffer.concat(chunks);
	request.body = {};
	if (request.rawBody.length === 0) return;
	const text = request.rawBody.toString('utf8').replace(/^\uFEFF/, '');
	if (type === 'application/x-www-form-urlencoded') {
		request.body = Object.fromEntries(new URLSearchParams(text));
	}
	if (type === 'text/plain') request.body = text;
	if (type !== 'application/json') return;
	try {
		request.body = JSON.parse(text);
	} catch {
		throw new Unprocessable();
	}
}

function nodeOf(
	id: string,
	parameters: IDataObject,
	credentialTypes: string[],
	credentialId: string,
): Omit<INode, 'name' | 'type'> {
	return {
		id,
		typeVersion: 1,
		position: [0, 0],
		parameters: parameters as INode['parameters'],
		credentials: Object.fromEntries(
			credentialTypes.map((type) => [type, { id: credentialId, name: 'HighLevel' }]),
		),
	};
}
