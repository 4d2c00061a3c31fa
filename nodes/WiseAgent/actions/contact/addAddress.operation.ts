import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { Failure } from '../../../core/failure';
import { collection, options } from '../../../core/editor/fields';
import { required } from '../../../core/editor/locator';
import { addAddress as add } from '../../api/contacts/addresses';
import { contactLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { fieldsOf, text } from '../optionalFields';

const further: INodeProperties[] = [
	text('Address Type', 'AddressType', 'What the address is to the contact', 'e.g. Business'),
	text('Building Floor', 'BldgFloor', 'Floor in the building'),
	text('City', 'City', 'Town or city; needed when there is no zip'),
	text('Country', 'Country', 'Country of the address', 'e.g. United States'),
	text('County', 'County', 'County of the address'),
	text('MLS Number', 'MLS', 'Number of the listing', 'e.g. 1334422'),
	text('PO Box', 'POBox', 'PO box of the address'),
	text('State', 'State', 'State of the address; needed when there is no zip', 'e.g. AZ'),
	text('Subdivision', 'Subdivision', 'Subdivision of the address'),
	text('Suite Number', 'SuiteNo', 'Suite or apartment'),
	text('Township', 'Township', 'Township of the address'),
	text('Zip', 'Zip', 'Postal code; needed when there is no city and state', 'e.g. 85008'),
];

export const addAddress = operation({
	name: 'Add Address',
	action: 'Add an address to a contact',
	description: 'Add an address to those that the contact has beside its own',
	requests: [add],
	fields: [
		contactLocator,
		required(text('Street Number', 'AddressNum', 'Number of the house in the street', 'e.g. 5636')),
		required(text('Street Name', 'Address', 'Street, without the number', 'e.g. E McDowell Rd')),
		collection('Additional Fields', 'additionalFields', further),
		options(),
	],
	async execute({ api, params }) {
		const contactId = params.id('contactId');
		const own = { AddressNum: params.filled('AddressNum'), Address: params.filled('Address') };
		const others = fieldsOf(params.collection('additionalFields'), (name) => params.label(name));
		if (!others.Zip && !(others.City && others.State)) {
			throw new Failure(
				'An address needs a zip, or a city and a state',
				'Add "Zip", or "City" and "State", under Additional Fields. Nothing was sent for this item.',
				{ field: 'Zip, City, State' },
			);
		}
		const fields = { ...own, ...others };
		const created = await add(api, contactId, fields);
		return { ...created, contactId, ...fields } as IDataObject;
	},
});
