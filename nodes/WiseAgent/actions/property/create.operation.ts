import { afterDone } from '../../../core/sending/done';
import { collection } from '../../../core/editor/fields';
import { required } from '../../../core/editor/locator';
import { propertyOf } from '../../api/reading/records';
import { createProperty, readProperty } from '../../api/records/properties';
import { operation } from '../operation';
import { recordOptions, outputOf } from '../output';
import { photos, propertyFields, streetName, streetNumber } from './fields';
import { propertyFieldsOf } from './propertyFieldsOf';

export const create = operation({
	name: 'Create',
	action: 'Create a property',
	description: 'Add a property',
	requests: [createProperty, readProperty],
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
		return outputOf(params, property, propertyOf);
	},
});
