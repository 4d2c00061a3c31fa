import type { INodeProperties } from 'n8n-workflow';

import type { Params } from '../../core/params';
import { textOf } from '../../core/params';
import { phoneOf } from '../api/phones';

export const phoneNumber: INodeProperties = {
	displayName: 'Phone Number',
	name: 'phoneNumber',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. +14155552671',
	description:
		'Number of the person, with + and its calling code. Without them, it is read as dialled in the option Default Country.',
};

/** Of every operation that takes a phone number. */
export const defaultCountry: INodeProperties = {
	displayName: 'Default Country',
	name: 'defaultCountry',
	type: 'string',
	default: '',
	placeholder: 'e.g. US',
	description: 'Two-letter code of the country in which numbers without a calling code are dialled',
};

/** The number that an operation is for, as E.164. Throws a `Failure` when it cannot be one. */
export function recipientOf(params: Params): string {
	const country = textOf(params.collection('options').defaultCountry, 'Default Country');
	return phoneOf(params.filled('phoneNumber'), 'Phone Number', country);
}
