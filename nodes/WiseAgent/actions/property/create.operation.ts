import { afterDone } from '../../../core/done';
import { collection } from '../../../core/fields';
import { required } from '../../../core/locator';
import { propertyOf } from '../../api/clean/records';
import { createProperty, readProperty } from '../../api/records/properties';
import { operation } from '../operation';
import { recordOptions, shown } from '../shown';
import { photos, propertyFields, streetName, streetNumber } from './fields';
import { propertyFieldsOf } from './propertyFieldsOf';

export const create = operation({
	name: 'Create',
	action: 'Create a property',
	description: 'Add a property',
	scopes: ['properties'],
	fields: [
		required(streetNumber),
		required(streetName),
		collection('Additional Fields', 'additionalFields', [...propertyFields, photos]),
		recordOptions(),
	],
	async execute({ api, params }) {
		const own = { AddressNum: params.filled('AddressNum'), Address: params.filled('Address') };
		const { PropertyID } = await createProperty(api, {
			...propertyFieldsOf(params, params.collection('additionalFields')),
			...own,
		});
		const propertyId = String(PropertyID);
		const done = { what: `Property ${propertyId} was created`, details: { created: true, propertyId } };
		const property = await afterDone(done, async () => await readProperty(api, propertyId));
		return shown(params, property, propertyOf);
	},
});
