import type { FlowNode, Json, Parameters } from './flow';
import type { Table } from './tables';

type At = FlowNode['at'];

/** What most nodes of a flow may have besides their own parameters. */
type Further = Partial<Pick<FlowNode, 'onError' | 'alwaysOutputData' | 'executeOnce' | 'disabled'>>;

/** The credentials that n8n connects by these names; the notes on the canvas name them too. */
const HIGHLEVEL = { goHighLevelPrivateIntegrationApi: 'HighLevel' };
const WISE_AGENT = { wiseAgentOAuth2Api: 'Wise Agent' };

const OWN = 'n8n-nodes-gohighlevel-sync';

/** A record that is chosen by its ID. */
export function byId(value: string): Json {
	return { __rl: true, mode: 'id', value };
}

/** A GoHighLevel node. */
export function highLevel(
	name: string,
	at: At,
	parameters: Parameters,
	further: Further & { trigger?: 'Trigger' | 'PollTrigger' } = {},
): FlowNode {
	const { trigger = '', ...rest } = further;
	return {
		name,
		at,
		type: `${OWN}.goHighLevel${trigger}`,
		version: 1,
		credentials: HIGHLEVEL,
		parameters: { authentication: 'privateIntegration', ...parameters },
		...rest,
	};
}

/** A Wise Agent node. */
export function wiseAgent(
	name: string,
	at: At,
	parameters: Parameters,
	further: Further & { trigger?: 'Trigger' | 'PollTrigger'; webhookId?: string } = {},
): FlowNode {
	const { trigger = '', ...rest } = further;
	return {
		name,
		at,
		type: `${OWN}.wiseAgent${trigger}`,
		version: 1,
		credentials: WISE_AGENT,
		parameters,
		...rest,
	};
}

/**
 * An Edit Fields node that returns these fields and no others.
 *
 * @param fields name -> its n8n type and expression or value
 */
export function editFields(
	name: string,
	at: At,
	fields: Record<string, ['string' | 'number' | 'boolean' | 'array' | 'object', Json]>,
	further: Further = {},
): FlowNode {
	const assignments = Object.entries(fields).map(([field, [type, value]]) => ({
		id: `${name}: ${field}`,
		name: field,
		type,
		value,
	}));
	return {
		name,
		at,
		type: 'n8n-nodes-base.set',
		version: 3.4,
		// A text that should be a list is for the write node to refuse, which names the field.
		parameters: { assignments: { assignments }, options: { ignoreConversionErrors: true } },
		...further,
	};
}

/** The rows of a table where a column has a value; the newest, if there are several. */
export function newestRow(name: string, at: At, table: Table, column: string, value: string): FlowNode {
	return {
		...dataTable(name, at, table, 'get', {
			...matching(column, value),
			returnAll: false,
			limit: 1,
			orderBy: true,
			orderByColumn: 'updatedAt',
			orderByDirection: 'DESC',
		}),
		// n8n ends a lane that has no item.
		alwaysOutputData: true,
	};
}

/** Adds a row to a table. */
export function insertRow(
	name: string,
	at: At,
	table: Table,
	values: Parameters,
	further: Further = {},
): FlowNode {
	return {
		...dataTable(name, at, table, 'insert', { columns: columnsOf(table, values), options: {} }),
		...further,
	};
}

/** Writes the row where a column has a value, or adds one. */
export function upsertRow(
	name: string,
	at: At,
	table: Table,
	column: string,
	values: Record<string, string>,
	further: Further = {},
): FlowNode {
	const parameters = {
		...matching(column, values[column] ?? ''),
		columns: columnsOf(table, values),
		options: {},
	};
	return { ...dataTable(name, at, table, 'upsert', parameters), ...further };
}

/** Creates a table, unless it exists. */
export function createTable(name: string, at: At, table: Table): FlowNode {
	const column = Object.entries(table.columns).map(([columnName, type]) => ({ name: columnName, type }));
	return {
		name,
		at,
		type: 'n8n-nodes-base.dataTable',
		version: 1.1,
		parameters: {
			resource: 'table',
			operation: 'create',
			tableName: table.name,
			columns: { column },
			options: { createIfNotExists: true },
		},
		executeOnce: true,
	};
}

/** Waits for all that reach it, and passes everything on. */
export function append(name: string, at: At, inputs: number): FlowNode {
	return {
		name,
		at,
		type: 'n8n-nodes-base.merge',
		version: 3.2,
		parameters: { mode: 'append', numberInputs: inputs },
	};
}

/** Adds to each item of the first input what the second has for it; items without a match go on as they are. */
export function enrich(name: string, at: At, field: string, byField: string): FlowNode {
	return {
		name,
		at,
		type: 'n8n-nodes-base.merge',
		version: 3.2,
		parameters: {
			mode: 'combine',
			combineBy: 'combineByFields',
			advanced: true,
			mergeByFields: { values: [{ field1: field, field2: byField }] },
			joinMode: 'enrichInput1',
			options: { fuzzyCompare: true, multipleMatches: 'first' },
		},
	};
}

/** Two outputs: the first for items where the expression is true. */
export function ifTrue(name: string, at: At, expression: string): FlowNode {
	return {
		name,
		at,
		type: 'n8n-nodes-base.if',
		version: 2.2,
		parameters: {
			conditions: {
				options: { caseSensitive: true, leftValue: '', typeValidation: 'loose', version: 2 },
				combinator: 'and',
				conditions: [
					{
						id: `${name}: condition`,
						leftValue: expression,
						rightValue: '',
						operator: { type: 'boolean', operation: 'true', singleValue: true },
					},
				],
			},
			looseTypeValidation: true,
			options: {},
		},
	};
}

/** Ends the execution as failed, with a message that reaches whoever called the workflow. */
export function stopWith(name: string, at: At, message: string): FlowNode {
	return {
		name,
		at,
		type: 'n8n-nodes-base.stopAndError',
		version: 1,
		parameters: { errorMessage: message },
	};
}

/** Starts when another workflow calls this one, with one record. */
export function called(name: string, at: At, inputs: Record<string, 'string' | 'boolean'>): FlowNode {
	const values = Object.entries(inputs).map(([input, type]) => ({ name: input, type }));
	return {
		name,
		at,
		type: 'n8n-nodes-base.executeWorkflowTrigger',
		version: 1.1,
		parameters: { inputSource: 'workflowInputs', workflowInputs: { values } },
	};
}

/** Starts when this workflow is published, published again, or n8n starts. */
export function published(name: string, at: At): FlowNode {
	return {
		name,
		at,
		type: 'n8n-nodes-base.n8nTrigger',
		version: 1,
		parameters: { events: ['activate', 'update', 'init'] },
	};
}

function dataTable(name: string, at: At, table: Table, operation: string, parameters: Parameters): FlowNode {
	return {
		name,
		at,
		type: 'n8n-nodes-base.dataTable',
		version: 1.1,
		parameters: {
			resource: 'row',
			operation,
			dataTableId: { __rl: true, mode: 'name', value: table.name },
			...parameters,
		},
	};
}

function matching(column: string, value: string): Parameters {
	return {
		matchType: 'allConditions',
		filters: { conditions: [{ keyName: column, condition: 'eq', keyValue: value }] },
	};
}

function columnsOf(table: Table, values: Parameters): Json {
	const schema = Object.entries(table.columns).map(([id, type]) => ({
		id,
		displayName: id,
		required: false,
		defaultMatch: false,
		display: true,
		type,
		readOnly: false,
		removed: !Object.hasOwn(values, id),
	}));
	return { mappingMode: 'defineBelow', value: values, matchingColumns: [], schema };
}
