import type { IDataObject, IExecuteFunctions, INode } from 'n8n-workflow';

export interface ContextOptions {
	/** The node's parameters, item by item. */
	items: IDataObject[];
	continueOnFail?: boolean;
	signal?: AbortSignal;
	timezone?: string;
}

const NODE: INode = {
	id: 'node',
	name: 'Node',
	type: 'test.node',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

/** As much of n8n's execution context as the item loop and the parameters read. */
export function executeContext({
	items,
	continueOnFail,
	signal,
	timezone,
}: ContextOptions): IExecuteFunctions {
	return {
		getInputData: () => items.map((json) => ({ json })),
		getNodeParameter: (name: string, itemIndex: number, fallback?: unknown) =>
			items[itemIndex]?.[name] ?? fallback,
		continueOnFail: () => continueOnFail ?? false,
		getExecutionCancelSignal: () => signal,
		getTimezone: () => timezone ?? 'UTC',
		getNode: () => NODE,
	} as unknown as IExecuteFunctions;
}
