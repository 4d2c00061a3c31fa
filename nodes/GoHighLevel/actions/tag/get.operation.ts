import { options } from '../../../core/editor/fields';
import { tags } from '../../api/records/tags';
import { tagLocator } from '../../pickers/locators';
import { operation } from '../operation';

export const get = operation({
	name: 'Get',
	action: 'Get a tag',
	description: 'Read one tag of the location',
	requests: [tags.get],
	fields: [tagLocator, options()],
	async execute({ api, params }) {
		return await tags.get(api, { tagId: params.id('tagId') });
	},
});
