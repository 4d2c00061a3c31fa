import type { INodeProperties } from 'n8n-workflow';

import type { Params } from '../../core/operation/params';
import { isEmpty } from '../../core/values/texts';
import { countryOf } from '../../core/values/countries';
import { phoneOf } from '../../core/values/phones';

export const phoneNumber: INodeProperties = {
	displayName: 'Phone Number',
	name: 'phoneNumber',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. +14155552671',
	description:
		'Number of the person, with + and its calling code. Without them, it is read as dialed in the option Default Country. An extension is left out.',
};

/** Of every operation that takes a phone number. */
export const defaultCountry: INodeProperties = {
	displayName: 'Default Country',
	name: 'defaultCountry',
	type: 'string',
	default: '',
	placeholder: 'e.g. US',
	description: 'Country in which numbers without a calling code are dialed: its name, or its code',
};

/** The number that an operation is for, as E.164. Throws a `Failure` when it cannot be one. */
export function recipientOf(params: Params): string {
	const { defaultCountry: given } = params.collection('options');
	return phoneOf(params.given('phoneNumber'), params.label('phoneNumber'), {
		country: isEmpty(given) ? '' : countryOf(given, 'Default Country'),
		remedy:
			'Write it with + and its calling code, such as +14155552671, or add the option "Default Country".',
	});
}
