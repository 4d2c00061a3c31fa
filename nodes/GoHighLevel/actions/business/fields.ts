import type { INodeProperties } from 'n8n-workflow';

import type { Params } from '../../../core/operation/params';
import { isEmpty, textOf } from '../../../core/values/texts';
import { emailOf } from '../../../core/values/emails';
import { countryOf } from '../../../core/values/countries';
import type { HighLevelClient } from '../../api/client';
import { phoneFor } from '../../api/phones';
import type { BusinessFields } from '../../api/records/businesses';
import { BUSINESS_FIELDS } from '../../api/records/businesses';

export const name: INodeProperties = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
	placeholder: 'e.g. North Pier Holdings',
	description: 'The name of the business (company)',
};

/** What a business may have beside its name. */
export const additionalBusinessFields: INodeProperties[] = [
	{
		displayName: 'Address',
		name: 'address',
		type: 'string',
		default: '',
		description: 'Street and number of the business',
	},
	{
		displayName: 'City',
		name: 'city',
		type: 'string',
		default: '',
		description: 'City in which the business is',
	},
	{
		displayName: 'Country',
		name: 'country',
		type: 'string',
		default: '',
		placeholder: 'e.g. US',
		description: 'Country in which the business is: its name or its code, which is sent as two letters',
	},
	{
		displayName: 'Description',
		name: 'description',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		description: 'Further text about the business',
	},
	{
		displayName: 'Email',
		name: 'email',
		type: 'string',
		placeholder: 'e.g. name@email.com',
		default: '',
		description: 'Email address of the business',
	},
	{
		displayName: 'Phone',
		name: 'phone',
		type: 'string',
		placeholder: 'e.g. +12025550123',
		default: '',
		description:
			'Phone number of the business; without its country code, it is read as of the country of the location',
	},
	{
		displayName: 'Postal Code',
		name: 'postalCode',
		type: 'string',
		default: '',
		description: 'Postal code (ZIP) of the address',
	},
	{
		displayName: 'State',
		name: 'state',
		type: 'string',
		default: '',
		description: 'State or region in which the business is',
	},
	{
		displayName: 'Website',
		name: 'website',
		type: 'string',
		placeholder: 'e.g. https://example.com',
		default: '',
		description: 'Address of the website of the business',
	},
];

/** What a simplified business shows. */
export const SHOWN = ['id', ...BUSINESS_FIELDS];

/** The business that the editor's parameters describe; what is empty is left out. */
export async function businessFieldsOf(
	api: HighLevelClient,
	params: Params,
	given: Record<string, unknown>,
): Promise<BusinessFields> {
	const fields: BusinessFields = {};
	for (const field of BUSINESS_FIELDS) {
		if (isEmpty(given[field])) continue;
		const label = params.label(field);
		if (field === 'phone') fields.phone = await phoneFor(api, given.phone, label);
		else if (field === 'country') fields.country = countryOf(given.country, label);
		else if (field === 'email') fields.email = emailOf(given.email, label);
		else fields[field] = textOf(given[field], label);
	}
	return fields;
}
