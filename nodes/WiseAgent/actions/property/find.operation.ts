import { Failure } from '../../../core/failure';
import { propertyOf } from '../../api/reading/records';
import { findProperty } from '../../api/records/properties';
import { operation } from '../operation';
import { text } from '../optionalFields';
import { recordOptions, outputOf } from '../output';

const FIELDS = [
	text('MLS Number', 'MLS', 'Number of the listing', 'e.g. 1334422'),
	text('Street Number', 'StreetNum', 'Number of the house in the street', 'e.g. 13400'),
	text('Street Name', 'Street', 'Street, without the number', 'e.g. E Shea Blvd'),
	text('State', 'State', 'State of the property', 'e.g. AZ'),
	text('Postal Code', 'PostalCode', 'Postal code of the property', 'e.g. 85259'),
];

export const find = operation({
	name: 'Find by Address or MLS Number',
	action: 'Find a property by address or MLS number',
	description: 'Find the property that has all of what is given; puts out nothing when there is none',
	requests: [findProperty],
	fields: [...FIELDS, recordOptions()],
	async execute({ api, params }) {
		const given = FIELDS.map(({ name }) => [name, params.text(name)]).filter(([, value]) => value !== '');
		if (given.length === 0) {
			throw new Failure(
				'There is nothing to find the property by',
				'Map at least one of the fields. Nothing was sent for this item.',
				{ field: FIELDS.map(({ name }) => name).join(', ') },
			);
		}
		const property = await findProperty(api, Object.fromEntries(given));
		return property ? [outputOf(params, property, propertyOf)] : [];
	},
});
