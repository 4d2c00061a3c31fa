import { options } from '../../../core/editor/fields';
import { renameTag } from '../../api/records/tags';
import { tagLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { name } from './fields';

export const update = operation({
	name: 'Update',
	action: 'Update a tag',
	description: 'Give a tag of the location another name',
	// The specification names none.
	scopes: ['locations/tags.write'],
	fields: [tagLocator, { ...name, displayName: 'New Name' }, options()],
	async execute({ api, params }) {
		return await renameTag(api, params.id('tagId'), params.filled('name'));
	},
});
