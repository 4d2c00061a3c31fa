import { options } from '../../../core/editor/fields';
import { getTag } from '../../api/records/tags';
import { tagLocator } from '../../pickers/locators';
import { operation } from '../operation';

export const get = operation({
	name: 'Get',
	action: 'Get a tag',
	description: 'Read one tag of the location',
	// The specification names none.
	scopes: ['locations/tags.readonly'],
	fields: [tagLocator, options()],
	async execute({ api, params }) {
		return await getTag(api, params.id('tagId'));
	},
});
