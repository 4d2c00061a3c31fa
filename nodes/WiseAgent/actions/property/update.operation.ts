import { afterDone } from '../../../core/sending/done';
import { collection } from '../../../core/editor/fields';
import { someFields } from '../../../core/operation/requireSomeFields';
import { propertyOf } from '../../api/reading/records';
import { readProperty, updateProperty } from '../../api/records/properties';
import { propertyLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { recordOptions, outputOf } from '../output';
import { propertyFields, streetName, streetNumber } from './fields';
import { propertyFieldsOf } from './propertyFieldsOf';

export const update = operation({
	name: 'Update',
	action: 'Update a property',
	description: 'Change a property; fields that are not given stay as they are',
	requests: [updateProperty, readProperty],
	fields: [
		propertyLocator,
		collection('Update Fields', 'updateFields', [...propertyFields, streetName, streetNumber]),
		recordOptions(),
	],
	async execute({ api, params }) {
		const fields = someFields(propertyFieldsOf(params, params.collection('updateFields')));
		const propertyId = params.id('propertyId');
		await updateProperty(api, propertyId, fields);
		const done = { what: `Property ${propertyId} was updated`, details: { updated: true, propertyId } };
		const property = await afterDone(done, async () => await readProperty(api, propertyId));
		return outputOf(params, property, propertyOf);
	},
});
