import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { options } from '../../core/editor/fields';
import type { Params } from '../../core/operation/params';

export const rawOutput: INodeProperties = {
	displayName: 'Raw Output',
	name: 'rawOutput',
	type: 'boolean',
	default: false,
	description:
		'Whether to put records out as Wise Agent writes them: dates in its own format and zone, lists as text, empty texts instead of null',
};

/** The options of an operation that puts out records. */
export function recordOptions(...own: INodeProperties[]): INodeProperties {
	return options(rawOutput, ...own);
}

/** The record as the operator wants it: clean, or as it came. */
export function outputOf(
	params: Params,
	raw: IDataObject,
	clean: (raw: IDataObject) => IDataObject,
): IDataObject {
	const { rawOutput: isRaw } = params.collection('options');
	return isRaw === true ? raw : clean(raw);
}

export function allOutputs(
	params: Params,
	raw: IDataObject[],
	clean: (raw: IDataObject) => IDataObject,
): IDataObject[] {
	return raw.map((record) => outputOf(params, record, clean));
}
