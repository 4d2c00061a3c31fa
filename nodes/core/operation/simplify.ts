import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { ownValue } from '../values/ownValue';
import type { Params } from './params';

/** "Simplify", for reads of records that have more than ten fields. */
export const simplify: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

/** The record as the operator wants it: with its most useful fields alone, or, without "Simplify", whole. */
export function simplified<T extends IDataObject>(
	params: Params,
	record: T,
	fields: readonly string[],
): IDataObject {
	return params.boolean('simplify') ? picked(record, fields) : record;
}

/** The record with these fields alone, as far as it has them. */
export function picked(record: IDataObject, fields: readonly string[]): IDataObject {
	const present = fields.filter((name) => ownValue(record, name) !== undefined);
	return Object.fromEntries(present.map((name) => [name, ownValue(record, name)]));
}
