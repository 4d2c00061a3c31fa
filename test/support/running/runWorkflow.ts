import { Credentials, ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import type {
	IAuthenticateGeneric,
	IBinaryKeyData,
	ICredentialDataDecryptedObject,
	ICredentialType,
	IDataObject,
	IExecuteData,
	IHttpRequestOptions,
	INode,
	INodeExecutionData,
	INodeType,
	INodeTypes,
	IRun,
	IVersionedNodeType,
	IWorkflowExecuteAdditionalData,
	NodeParameterValueType,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import {
	createRunExecutionData,
	ICredentialsHelper,
	NodeConnectionTypes,
	NodeHelpers,
	Workflow,
} from 'n8n-workflow';

import { GoHighLevelOAuth2Api } from '../../../credentials/GoHighLevelOAuth2Api.credentials';
import { GoHighLevelPrivateIntegrationApi } from '../../../credentials/GoHighLevelPrivateIntegrationApi.credentials';
import { GoHighLevelWebhookApi } from '../../../credentials/GoHighLevelWebhookApi.credentials';
import { WhatsAbleSyncApi } from '../../../credentials/WhatsAbleSyncApi.credentials';
import { WhatsAbleSyncWebhookApi } from '../../../credentials/WhatsAbleSyncWebhookApi.credentials';
import { WiseAgentOAuth2Api } from '../../../credentials/WiseAgentOAuth2Api.credentials';
import { GoHighLevel } from '../../../nodes/GoHighLevel/GoHighLevel.node.ts';
import { WhatsAble } from '../../../nodes/WhatsAble/WhatsAble.node.ts';
import { WiseAgent } from '../../../nodes/WiseAgent/WiseAgent.node.ts';

/** Puts out the items that it is started with, as any node before ours would. */
class Items implements INodeType {
	description = {
		displayName: 'Items',
		name: 'items',
		group: ['input' as const],
		version: 1,
		description: 'Test input',
		defaults: { name: 'Items' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	} as INodeType['description'];

	async execute(this: { getInputData(): INodeExecutionData[] }): Promise<INodeExecutionData[][]> {
		return [this.getInputData()];
	}
}

const NODE_TYPES: Record<string, INodeType> = {
	'n8n-nodes-gohighlevel-sync.goHighLevel': new GoHighLevel(),
	'n8n-nodes-gohighlevel-sync.whatsAble': new WhatsAble(),
	'n8n-nodes-gohighlevel-sync.wiseAgent': new WiseAgent(),
	'test.items': new Items() as unknown as INodeType,
};

const CREDENTIAL_TYPES: Record<string, ICredentialType> = {
	goHighLevelOAuth2Api: new GoHighLevelOAuth2Api(),
	goHighLevelPrivateIntegrationApi: new GoHighLevelPrivateIntegrationApi(),
	goHighLevelWebhookApi: new GoHighLevelWebhookApi(),
	whatsAbleSyncApi: new WhatsAbleSyncApi(),
	whatsAbleSyncWebhookApi: new WhatsAbleSyncWebhookApi(),
	wiseAgentOAuth2Api: new WiseAgentOAuth2Api(),
};

/** Our nodes, as a workflow names them behind the name of the package. */
export type OwnNode = 'goHighLevel' | 'whatsAble' | 'wiseAgent';

/** The name of the node in the test's workflow. */
const NODE_NAMES: Record<OwnNode, string> = {
	goHighLevel: 'GoHighLevel',
	whatsAble: 'WhatsAble',
	wiseAgent: 'Wise Agent',
};

export class TestNodeTypes implements INodeTypes {
	constructor(private readonly own: Record<string, INodeType> = {}) {}

	getByName(type: string): INodeType | IVersionedNodeType {
		const nodeType = this.own[type] ?? NODE_TYPES[type];
		if (!nodeType) throw new Error(`No node type ${type} in this test`);
		return nodeType;
	}

	getByNameAndVersion(type: string, version?: number): INodeType {
		return NodeHelpers.getVersionedNodeType(this.getByName(type), version);
	}

	getKnownTypes(): IDataObject {
		return {};
	}
}

/** Decrypted credentials from memory, applied to requests as n8n does it for generic authentication. */
export class TestCredentials extends ICredentialsHelper {
	constructor(
		private readonly data: Record<string, ICredentialDataDecryptedObject>,
		private readonly parentTypes: Record<string, string[]> = {},
	) {
		super();
	}

	getParentTypes(name: string): string[] {
		return this.parentTypes[name] ?? CREDENTIAL_TYPES[name]?.extends ?? [];
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const { properties } = CREDENTIAL_TYPES[typeName]?.authenticate as IAuthenticateGeneric;
		const headers = Object.entries(properties.headers ?? {}).map(([name, template]) => [
			name,
			String(template)
				.replace(/^=/, '')
				.replace(/\{\{\$credentials\.(\w+)\}\}/g, (_, key: string) => String(credentials[key])),
		]);
		return { ...request, headers: { ...request.headers, ...Object.fromEntries(headers) } };
	}

	async preAuthentication(): Promise<undefined> {
		return undefined;
	}

	async runPreAuthentication(): Promise<undefined> {
		return undefined;
	}

	async getDecrypted(_data: unknown, _node: unknown, type: string): Promise<ICredentialDataDecryptedObject> {
		const decrypted = this.data[type];
		if (!decrypted) throw new Error(`No credential ${type} in this test`);
		return structuredClone(decrypted);
	}

	async getCredentials(): Promise<Credentials> {
		return new Credentials({ id: null, name: '' }, '', '');
	}

	async updateCredentials(): Promise<void> {}

	/** As n8n does: the next request reads the new token from the stored credential. */
	async updateCredentialsOauthTokenData(
		_node: unknown,
		type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		this.data[type] = { ...this.data[type], oauthTokenData: data.oauthTokenData ?? {} };
	}

	getCredentialsProperties(): [] {
		return [];
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	getOAuth2Options(): undefined {
		return undefined;
	}
}

export interface RunOptions {
	/** Which of our nodes; GoHighLevel unless told. */
	node?: OwnNode;
	/** The node's parameters as the editor stores them; expressions are resolved by n8n. */
	parameters: IDataObject;
	credentials: Record<string, ICredentialDataDecryptedObject>;
	/** `json` of each input item; one empty item when left out. */
	items?: IDataObject[];
	/** Binary data of each input item, by property, in the order of `items`. */
	binary?: IBinaryKeyData[];
	onError?: INode['onError'];
	/** Cancels the execution after so many milliseconds, as the Stop button does. */
	cancelAfterMs?: number;
	/** Cancels it as soon as this is so. */
	cancelWhen?: () => boolean;
	timezone?: string;
	/** Where the workflow keeps binary data: beside the JSON (n8n's default), or among its fields. */
	binaryMode?: 'separate' | 'combined';
	/** n8n keeps apart by it what belongs to two credentials. */
	credentialId?: string;
	/** Where n8n itself can be reached from outside, for files that it serves. */
	instanceUrl?: string;
	/** Another node in place of ours, to measure beside it. */
	peer?: {
		nodeType: INodeType;
		/** The credential type that it uses, and what that extends (`oAuth2Api`). */
		credentialType: string;
		extends: string[];
	};
}

export interface NodeRun {
	/** Items of the main output, or an empty list when the node failed. */
	items: INodeExecutionData[];
	/** Items of the error output. */
	errorItems: INodeExecutionData[];
	/** The error that ended the node, as n8n keeps it. */
	error?: { message: string; description?: string; httpCode?: string; context?: IDataObject };
	/** Everything that n8n would store of this execution. */
	stored: string;
	run: IRun;
}

const LOOK_EVERY_MS = 10;

/** Runs Items -> our node in a real n8n workflow execution. */
export async function runNode(options: RunOptions): Promise<NodeRun> {
	const workflow = workflowOf(options);
	const execution = new WorkflowExecute(
		additionalData(workflow, options),
		'manual',
		startData(workflow, options),
	);
	const running = workflow.expression.withIsolate(
		async () => await execution.processRunExecutionData(workflow),
	);
	const promise = running as unknown as Promise<IRun>;
	if (options.cancelAfterMs !== undefined) {
		const timer = setTimeout(() => cancel(execution), options.cancelAfterMs);
		await promise.finally(() => clearTimeout(timer));
	}
	const { cancelWhen } = options;
	if (cancelWhen) {
		const timer = setInterval(() => cancelWhen() && cancel(execution), LOOK_EVERY_MS);
		await promise.finally(() => clearInterval(timer));
	}
	return resultOf(await promise, nodeNameOf(options));
}

function nodeNameOf({ node = 'goHighLevel' }: RunOptions): string {
	return NODE_NAMES[node];
}

function cancel(execution: WorkflowExecute): void {
	(execution as unknown as { abortController: AbortController }).abortController.abort();
}

function workflowOf(options: RunOptions): Workflow {
	const { node: ownNode = 'goHighLevel', parameters, onError, timezone, binaryMode, peer } = options;
	const name = nodeNameOf(options);
	const start: INode = {
		id: 'start',
		name: 'Items',
		type: 'test.items',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
	const node: INode = {
		id: 'node',
		name,
		type: peer ? 'peer' : `n8n-nodes-gohighlevel-sync.${ownNode}`,
		typeVersion: 1,
		position: [200, 0],
		parameters: parameters as Record<string, NodeParameterValueType> as INode['parameters'],
		credentials: {
			[peer?.credentialType ?? credentialOf(options)]: { id: options.credentialId ?? '1', name: 'Account' },
		},
		...(onError ? { onError } : {}),
	};
	return new Workflow({
		id: 'test',
		nodes: [start, node],
		connections: { Items: { main: [[{ node: name, type: NodeConnectionTypes.Main, index: 0 }]] } },
		nodeTypes: new TestNodeTypes(peer ? { peer: peer.nodeType } : {}),
		settings: { timezone: timezone ?? 'UTC', ...(binaryMode ? { binaryMode } : {}) },
		active: false,
	});
}

function startData(
	workflow: Workflow,
	{ items = [{}], binary = [] }: RunOptions,
): ReturnType<typeof createRunExecutionData> {
	const start: IExecuteData = {
		node: workflow.getNode('Items') as INode,
		data: {
			main: [items.map((json, index) => ({ json, ...(binary[index] ? { binary: binary[index] } : {}) }))],
		},
		source: null,
	};
	return createRunExecutionData({ executionData: { nodeExecutionStack: [start] } });
}

export function additionalData(
	workflow: Workflow,
	{ credentials, peer, instanceUrl }: RunOptions,
): IWorkflowExecuteAdditionalData {
	const mode: WorkflowExecuteMode = 'manual';
	const hooks = new ExecutionLifecycleHooks(mode, '1', {
		id: 'test',
		name: 'test',
		nodes: Object.values(workflow.nodes),
		connections: workflow.connectionsBySourceNode,
		active: false,
	} as unknown as ConstructorParameters<typeof ExecutionLifecycleHooks>[2]);
	const local = 'http://127.0.0.1';
	return {
		credentialsHelper: new TestCredentials(credentials, peer ? { [peer.credentialType]: peer.extends } : {}),
		hooks,
		executeWorkflow: async () => undefined,
		restApiUrl: `${instanceUrl ?? local}/rest`,
		instanceBaseUrl: local,
		webhookBaseUrl: `${local}/webhook`,
		webhookWaitingBaseUrl: `${local}/webhook-waiting`,
		webhookTestBaseUrl: `${local}/webhook-test`,
		formWaitingBaseUrl: `${local}/form-waiting`,
		variables: {},
		executionId: '1',
		userId: 'test',
		setExecutionStatus: () => undefined,
		sendDataToUI: () => undefined,
		logAiEvent: () => undefined,
	} as unknown as IWorkflowExecuteAdditionalData;
}

function resultOf(run: IRun, nodeName: string): NodeRun {
	const data = run.data.resultData;
	const task = data.runData[nodeName]?.[0];
	const outputs = task?.data?.main ?? [];
	const error = (task?.error ?? data.error) as NodeRun['error'];
	return {
		items: outputs[0] ?? [],
		errorItems: outputs[1] ?? [],
		error,
		// Made when it is looked at: most tests never do.
		get stored() {
			return JSON.stringify(run, (_, value: unknown) =>
				value instanceof Error ? { ...value, message: value.message, stack: value.stack } : value,
			);
		},
		run,
	};
}

function credentialOf({ node, parameters: { authentication } }: RunOptions): string {
	if (node === 'wiseAgent') return 'wiseAgentOAuth2Api';
	if (node === 'whatsAble') return 'whatsAbleSyncApi';
	return authentication === 'oAuth2' ? 'goHighLevelOAuth2Api' : 'goHighLevelPrivateIntegrationApi';
}
