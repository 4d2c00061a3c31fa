import type { INodeProperties } from 'n8n-workflow';

import type { Operation } from './operation';
import type { Params } from './params';
import { isWriting } from './request';

export const dryRun: INodeProperties = {
	displayName: 'Dry Run',
	name: 'dryRun',
	type: 'boolean',
	default: false,
	description:
		'Whether to only return what would change, without changing anything. The node reads, compares, and checks as always. What only the service can refuse is not checked.',
};

/** Whether an operation may change something in the service. */
export function mayWrite<Api>(operation: Operation<Api>): boolean {
	return operation.mayWrite ?? isWriting(operation);
}

/** The fields of an operation, with the switch for a dry run in front of the options of those that may write. */
export function fieldsOf<Api>(operation: Operation<Api>): INodeProperties[] {
	const { fields } = operation;
	if (!mayWrite(operation)) return fields;
	const place = fields.findIndex(({ name }) => name === 'options');
	return place < 0 ? [...fields, dryRun] : [...fields.slice(0, place), dryRun, ...fields.slice(place)];
}

/** Whether the item is to change nothing. */
export function isInDryRun<Api>(operation: Operation<Api>, params: Params): boolean {
	return mayWrite(operation) && params.boolean(dryRun.name);
}
