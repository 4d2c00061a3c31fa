import { options } from '../../../core/editor/fields';
import { required } from '../../../core/editor/locator';
import { addPhotos as add } from '../../api/records/properties';
import { propertyLocator } from '../../pickers/locators';
import { commaFreeNames } from '../commaLists';
import { operation } from '../operation';
import { photos } from './fields';

export const addPhotos = operation({
	name: 'Add Photos',
	action: 'Add photos to a property',
	description: 'Add pictures to a property, by their public web addresses',
	requests: [add],
	fields: [propertyLocator, required(photos), options()],
	async execute({ api, params }) {
		const propertyId = params.id('propertyId');
		const urls = commaFreeNames(params.given('imageURLS_CSV'), 'Photo URLs');
		await add(api, propertyId, urls);
		return { propertyId, addedPhotos: urls };
	},
});
