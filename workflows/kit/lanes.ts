import type { Arrow, FlowNode, Json } from './flow';
import { append, createTable, editFields, insertRow, published, stopWith } from './nodes';
import { SYNC_LOG, SYNC_STATE } from './tables';

/** Nodes and the arrows between them. */
export interface Lane {
	nodes: FlowNode[];
	arrows: Arrow[];
}

/** Nodes one after the other, by their first outputs. */
export function inARow(...names: string[]): Arrow[] {
	return names.slice(1).map((to, index) => ({ from: names[index] ?? '', to }));
}

/** What all entries of a flow are made alike by. */
export function settings(at: FlowNode['at']): FlowNode {
	return editFields('Settings', at, {
		recordId: ['string', '={{ $json.recordId }}'],
		changedAt: ['string', '={{ $json.at ?? "" }}'],
		dryRun: ['boolean', '={{ $json.dryRun === true }}'],
		startedAt: ['number', '={{ $now.toMillis() }}'],
	});
}

/**
 * The arrows of a lane that takes a contact from one system to the other.
 *
 * @param entries what starts it
 * @param names of the nodes that are called otherwise in each direction
 */
export function contactLane({
	entries,
	names: { read, state, map, write, show, link },
}: {
	entries: string[];
	names: Record<'read' | 'state' | 'map' | 'write' | 'show' | 'link', string>;
}): Arrow[] {
	return [
		...entries.map((from) => ({ from, to: 'Settings' })),
		{ from: 'Settings', to: read },
		{ from: 'Settings', to: 'Last sync' },
		{ from: read, to: state },
		{ from: 'Last sync', to: state, input: 1 },
		...inARow(state, map, write, 'Only a try?'),
		{ from: 'Only a try?', to: show },
		{ from: 'Only a try?', to: link, output: 1 },
		...inARow(link, 'Store link and state', 'Log'),
	];
}

/** What every row of the log has. */
const LOGGED: Record<string, string> = {
	at: '={{ $now.toISO() }}',
	flow: '={{ $workflow.name }}',
	workflowId: '={{ $workflow.id }}',
	record: "={{ $('Settings').item.json.recordId }}",
	milliseconds: "={{ $now.toMillis() - $('Settings').item.json.startedAt }}",
	execution: '={{ $execution.id }}',
};

/**
 * The log of what succeeded.
 *
 * @param writer the node that wrote
 * @param counterpart expression of the ID of the record that was written
 */
export function log(at: FlowNode['at'], system: string, writer: string, counterpart: string): FlowNode {
	return insertRow(
		'Log',
		at,
		SYNC_LOG,
		{
			...LOGGED,
			system,
			counterpart,
			outcome: `={{ $('${writer}').item.json.outcome }}`,
			changes: `={{ JSON.stringify($('${writer}').item.json.changes).slice(0, 2000) }}`,
			attempts: 0,
		},
		{ onError: 'continueRegularOutput' },
	);
}

/**
 * What failed meets here, is logged, and ends the execution as failed: a failure that is only logged would count as a
 * success.
 *
 * @param failing nodes with an error output, and which output that is
 */
export function failures(
	at: FlowNode['at'],
	system: string,
	failing: Array<{ node: string; output: number }>,
): Lane {
	const [column, row] = at;
	const logFailure = insertRow(
		'Log the failure',
		[column + 1, row],
		SYNC_LOG,
		{
			...LOGGED,
			system,
			outcome: 'failed',
			error: '={{ String($json.error?.message ?? $json.error).slice(0, 1000) }}',
			remedy: '={{ String($json.error?.description ?? $json.description ?? "").slice(0, 1000) }}',
			attempts: 0,
			nextTry: '={{ $now.plus({ minutes: 1 }).toISO() }}',
		},
		{ onError: 'continueRegularOutput' },
	);
	return {
		nodes: [
			append('What failed', at, failing.length),
			logFailure,
			stopWith('Stop and Error', [column + 2, row], '={{ [$json.error, $json.remedy].join(" ") }}'),
		],
		arrows: [
			...failing.map(({ node, output }, input) => ({ from: node, to: 'What failed', output, input })),
			...inARow('What failed', 'Log the failure', 'Stop and Error'),
		],
	};
}

/**
 * What runs by itself when the workflow is published: creates the tables, and then what the flow needs in the services.
 *
 * @param further nodes for the service, one after the other
 */
export function setUp(at: FlowNode['at'], further: FlowNode[]): Lane {
	const [column, row] = at;
	const nodes = [
		published('When you publish', at),
		createTable('Create the table for links', [column + 1, row], SYNC_STATE),
		createTable('Create the table for the log', [column + 2, row], SYNC_LOG),
		...further,
	];
	return { nodes, arrows: inARow(...nodes.map(({ name }) => name)) };
}

export function expression(node: string, path: string): Json {
	return `={{ $('${node}').item.json.${path} }}`;
}
