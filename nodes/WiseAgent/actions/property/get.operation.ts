import { propertyOf } from '../../api/reading/records';
import { readProperty } from '../../api/records/properties';
import { propertyLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { recordOptions, outputOf } from '../output';

export const get = operation({
	name: 'Get',
	action: 'Get a property',
	description: 'Read one property',
	requests: [readProperty],
	fields: [propertyLocator, recordOptions()],
	async execute({ api, params }) {
		return outputOf(params, await readProperty(api, params.id('propertyId')), propertyOf);
	},
});
