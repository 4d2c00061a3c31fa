import { createHash } from 'node:crypto';

/** A value of a node's parameter, as a workflow file holds it. */
export type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

export type Parameters = Record<string, Json>;

/** Whether a flow's file uses private integration tokens for HighLevel, or OAuth2. */
export type HighLevelAccess = 'privateIntegration' | 'oAuth2';

/** A node of a flow, at a place of the grid. */
export interface FlowNode {
	/** What the canvas shows, and what expressions name it by; a short sentence. */
	name: string;
	/** Full name of the node type. */
	type: string;
	version: number;
	/** Column and row of the grid; halves are allowed. */
	at: [column: number, row: number];
	parameters?: Parameters;
	/** Type -> name of the credential that n8n connects on import. */
	credentials?: Record<string, string>;
	/** What n8n does when the node fails; an error output where this is left out is none. */
	onError?: 'continueErrorOutput' | 'continueRegularOutput';
	/** Returns an empty item where the node would return none, so that the lane goes on. */
	alwaysOutputData?: boolean;
	/** Runs with the first item only. */
	executeOnce?: boolean;
	/** Switched off: n8n skips it. */
	disabled?: boolean;
	/** The node has a webhook, whose path is this. */
	webhookId?: string;
}

/** A note on the canvas. It lies under the nodes, over columns and rows of the grid. */
export interface FlowNote {
	text: string;
	from: [column: number, row: number];
	to: [column: number, row: number];
	/** One of n8n's colors, 1 to 7. */
	color?: number;
}

/** An arrow between two nodes, by their names. */
export interface Arrow {
	from: string;
	to: string;
	/** Which output; a node with an error output has that as its last. */
	output?: number;
	input?: number;
}

/** An importable workflow, before it is written to its two files. */
export interface Flow {
	/** The folder of its files. */
	folder: string;
	/** Its name in n8n. */
	title: string;
	nodes: FlowNode[];
	notes: FlowNote[];
	arrows: Arrow[];
}

const COLUMN = 224;
const ROW = 176;
/** What n8n draws of a node. */
const NODE = 96;

/** The workflow as n8n imports it. */
export function workflowOf(flow: Flow, access: HighLevelAccess): Json {
	const id = (name: string) => uuid(`${flow.title}/${name}`);
	const notes = flow.notes.map(({ text, from, to, color }, index) => ({
		id: id(`note ${index}`),
		name: index === 0 ? 'About this flow' : `Note ${index}`,
		type: 'n8n-nodes-base.stickyNote',
		typeVersion: 1,
		position: [from[0] * COLUMN - 40, from[1] * ROW - 40],
		parameters: {
			content: text,
			width: (to[0] - from[0]) * COLUMN + NODE + 80,
			height: (to[1] - from[1]) * ROW + NODE + 80,
			...(color === undefined ? {} : { color }),
		},
	}));
	const nodes = flow.nodes.map((node) => ({
		id: id(node.name),
		name: node.name,
		type: node.type,
		typeVersion: node.version,
		position: node.at.map((place, axis) => Math.round(place * (axis === 0 ? COLUMN : ROW))),
		...(node.onError ? { onError: node.onError } : {}),
		...(node.alwaysOutputData ? { alwaysOutputData: true } : {}),
		...(node.executeOnce ? { executeOnce: true } : {}),
		...(node.disabled ? { disabled: true } : {}),
		...(node.webhookId ? { webhookId: uuid(node.webhookId) } : {}),
		parameters: accessible(node.parameters ?? {}, access),
		...(node.credentials ? { credentials: credentialsOf(node.credentials, access) } : {}),
	}));
	return {
		name: flow.title,
		nodes: [...notes, ...nodes],
		connections: connectionsOf(flow),
		settings: { executionOrder: 'v1', callerPolicy: 'workflowsFromSameOwner' },
		pinData: {},
	} as unknown as Json;
}

function accessible(parameters: Parameters, access: HighLevelAccess): Parameters {
	return parameters.authentication === 'privateIntegration'
		? { ...parameters, authentication: access }
		: parameters;
}

const PRIVATE_INTEGRATION = 'goHighLevelPrivateIntegrationApi';

/** n8n connects a credential of this type and name, since there is none with this ID. */
function credentialsOf(credentials: Record<string, string>, access: HighLevelAccess): Json {
	const entries = Object.entries(credentials).map(([type, name]) => [
		type === PRIVATE_INTEGRATION && access === 'oAuth2' ? 'goHighLevelOAuth2Api' : type,
		{ id: null, name },
	]);
	return Object.fromEntries(entries) as Json;
}

function connectionsOf({ nodes, arrows }: Flow): Json {
	const names = new Set(nodes.map(({ name }) => name));
	const connections = new Map<string, Array<Array<{ node: string; type: string; index: number }>>>();
	for (const { from, to, output = 0, input = 0 } of arrows) {
		for (const name of [from, to]) if (!names.has(name)) throw new Error(`There is no node "${name}".`);
		const outputs = connections.get(from) ?? [];
		connections.set(from, outputs);
		while (outputs.length <= output) outputs.push([]);
		outputs[output]?.push({ node: to, type: 'main', index: input });
	}
	return Object.fromEntries([...connections].map(([name, main]) => [name, { main }])) as unknown as Json;
}

/** The same for the same text, so that a file changes only where its flow does. */
function uuid(text: string): string {
	const hex = createHash('sha256').update(text).digest('hex');
	return [
		hex.slice(0, 8),
		hex.slice(8, 12),
		`4${hex.slice(13, 16)}`,
		`8${hex.slice(17, 20)}`,
		hex.slice(20, 32),
	].join('-');
}
