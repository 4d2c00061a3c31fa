import { options } from '../../../core/editor/fields';
import { tags } from '../../api/records/tags';
import { tagLocator } from '../../pickers/locators';
import { operation } from '../operation';

export const remove = operation({
	name: 'Delete',
	action: 'Delete a tag',
	description:
		'Delete a tag of the location for good. To take a tag off one contact, use Remove Tags under Contact.',
	requests: [tags.delete],
	fields: [tagLocator, options()],
	async execute({ api, params }) {
		await tags.delete(api, { tagId: params.id('tagId') });
		return { deleted: true };
	},
});
