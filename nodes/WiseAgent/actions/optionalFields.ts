import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { isEmpty, textOf } from '../../core/params';
import type { Fields } from '../api/client';

export function text(
	displayName: string,
	name: string,
	description: string,
	placeholder?: string,
): INodeProperties {
	return {
		displayName,
		name,
		type: 'string',
		default: '',
		description,
		...(placeholder ? { placeholder } : {}),
	};
}

/** The values of a collection as they are sent; what is empty is left out. */
export function fieldsOf(given: IDataObject, labelOf: (name: string) => string = (name) => name): Fields {
	const filled = Object.entries(given).filter(([, value]) => !isEmpty(value));
	return Object.fromEntries(filled.map(([name, value]) => [name, textOf(value, labelOf(name))]));
}
