import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import pLimit from 'p-limit';

import type { ItemResult } from './batch';
import { runBatches } from './batch';
import { asFailure, Failure } from '../failure';
import { DEFAULT_TIMEOUT_MS } from '../editor/fields';
import { nodeErrorOf } from './nodeError';
import type { Catalogue, ItemOperation, Operation, OperationInput } from './operation';
import { ownValue } from '../values/ownValue';
import { Params } from './params';
import { scopesOf } from './request';
import { fieldsOf, isInDryRun } from './dryRun';
import { plannedResult } from '../heldBack';
import { isEmpty } from '../values/texts';

/** What the connection to a service is opened with, once per item. */
export interface Connection {
	itemIndex: number;
	/** The permissions that the operation's requests need, for the error text. */
	scopes: string[];
	/** Whether the operation may be about the whole account. */
	wholeAccount?: boolean;
	timeoutMs: number;
	/** Fires when the execution is cancelled. */
	signal: AbortSignal | undefined;
	/** Whether what would change something is not sent; see `HeldBack`. */
	isDryRun: boolean;
	/** The panel's name of what the service calls so, for the error text; see `Params.labelAt`. */
	labelOf: (path: string[]) => string | undefined;
}

/** So many items are worked on at once; the request budget bounds how fast. */
const CONCURRENT_ITEMS = 20;

/**
 * Runs the chosen operation for every input item: in parallel, with the output in the order of the input, every
 * output linked to its item, and a failure turned into an item where the user asked to continue. Without that, the
 * first failure ends the node, after the items that were already under way have come to their end.
 */
export async function runCatalogue<Api>(
	context: IExecuteFunctions,
	catalogue: Catalogue<Api>,
	connect: (connection: Connection) => Promise<Api>,
): Promise<INodeExecutionData[][]> {
	const total = context.getInputData().length;
	const signal = context.getExecutionCancelSignal();
	const continueOnFail = context.continueOnFail();

	const operation = total > 0 ? chosenOperation(context, catalogue) : undefined;
	if (!operation) return [[]];
	const scopes = scopesOf(operation);
	const open = async (itemIndex: number): Promise<OperationInput<Api>> => {
		const params = new Params(context, itemIndex, fieldsOf(operation));
		const timeoutMs = timeoutOf(params.collection('options').timeout);
		const { wholeAccount } = operation;
		const labelOf = (path: string[]) => params.labelAt(path);
		const isDryRun = isInDryRun(operation, params);
		const connection = { itemIndex, scopes, wholeAccount, timeoutMs, signal, isDryRun, labelOf };
		return { api: await connect(connection), params };
	};
	const results =
		'batch' in operation
			? await runBatches(operation.batch, total, open, continueOnFail)
			: await runItems(operation, total, open, { continueOnFail, signal });

	if (signal?.aborted) throw new NodeOperationError(context.getNode(), 'The execution was cancelled');
	const failed = results.findIndex((result) => result !== undefined && 'error' in result);
	if (failed >= 0 && !continueOnFail) {
		const completed = results.filter((result) => result && 'records' in result).length;
		const progress =
			total > 1
				? `${completed} of ${total} items were completed; to go on past a failing item, set On Error.`
				: undefined;
		const { error } = results[failed] as { error: unknown };
		throw nodeErrorOf(context.getNode(), error, { itemIndex: failed, itemCount: total, progress });
	}
	return [results.flatMap((result, itemIndex) => outputOf(result, itemIndex))];
}

/** Items that were not begun, because an earlier one failed, have no result. */
async function runItems<Api>(
	operation: ItemOperation<Api>,
	total: number,
	open: (itemIndex: number) => Promise<OperationInput<Api>>,
	{ continueOnFail, signal }: { continueOnFail: boolean; signal: AbortSignal | undefined },
): Promise<Array<ItemResult | undefined>> {
	const limit = pLimit(CONCURRENT_ITEMS);
	let ended = false;
	const runItem = async (itemIndex: number): Promise<ItemResult | undefined> => {
		if (ended || signal?.aborted) return undefined;
		try {
			return { records: await recordsOf(operation, await open(itemIndex)) };
		} catch (error) {
			ended ||= !continueOnFail;
			return { error };
		}
	};
	return await Promise.all(
		Array.from({ length: total }, async (_, itemIndex) => await limit(async () => await runItem(itemIndex))),
	);
}

/** What an item returns; in a dry run, what would be written, and `unchanged` where nothing would be. */
async function recordsOf<Api>(
	operation: ItemOperation<Api>,
	input: OperationInput<Api>,
): Promise<IDataObject[]> {
	const result = await operation.execute(input).catch(plannedResult);
	const records = Array.isArray(result) ? result : [result];
	if (!isInDryRun(operation, input.params)) return records;
	return records.map((record) => ({ outcome: 'unchanged', ...record }));
}

function outputOf(result: ItemResult | undefined, itemIndex: number): INodeExecutionData[] {
	if (!result) return [];
	if ('error' in result) return [failureItem(result.error, itemIndex)];
	return result.records.map((json) => ({ json, pairedItem: { item: itemIndex } }));
}

/** HTTP clients take 0 as "for ever", and an execution would hang. */
function timeoutOf(value: unknown): number {
	const timeoutMs = isEmpty(value) ? DEFAULT_TIMEOUT_MS : Number(value);
	if (timeoutMs >= 1 && timeoutMs < Infinity) return timeoutMs;
	throw new Failure('"Timeout" must be a number of milliseconds, 1 or more', undefined, { field: 'timeout' });
}

/** Resource and operation are the same for all items: the editor takes no expression for them. */
function chosenOperation<Api>(context: IExecuteFunctions, catalogue: Catalogue<Api>): Operation<Api> {
	const resource = context.getNodeParameter('resource', 0) as string;
	const name = context.getNodeParameter('operation', 0) as string;
	const operation = ownValue(ownValue(catalogue, resource)?.operations, name);
	if (!operation) {
		throw new NodeOperationError(context.getNode(), `There is no operation "${name}" for "${resource}"`, {
			description: 'Choose resource and operation in the node again.',
		});
	}
	return operation;
}

/** `error` and `details` alone: by these keys n8n recognises an item for the error output. */
function failureItem(error: unknown, itemIndex: number): INodeExecutionData {
	const { message, remedy, details } = asFailure(error);
	return {
		json: { error: message, details: { ...details, remedy, item: itemIndex } as IDataObject },
		pairedItem: { item: itemIndex },
	};
}
