import { options } from '../../../core/editor/fields';
import { tags } from '../../api/records/tags';
import { tagLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { name } from './fields';

export const update = operation({
	name: 'Update',
	action: 'Update a tag',
	description: 'Give a tag of the location another name',
	requests: [tags.change],
	fields: [tagLocator, { ...name, displayName: 'New Name' }, options()],
	async execute({ api, params }) {
		return await tags.change(api, { tagId: params.id('tagId'), name: params.filled('name') });
	},
});
