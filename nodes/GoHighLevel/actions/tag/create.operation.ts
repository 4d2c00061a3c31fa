import { options } from '../../../core/editor/fields';
import { tags } from '../../api/records/tags';
import { operation } from '../operation';
import { name } from './fields';

export const create = operation({
	name: 'Create',
	action: 'Create a tag',
	description: 'Add a tag to the location. To give a contact a tag, use Add Tags under Contact.',
	requests: [tags.create],
	fields: [name, options()],
	async execute({ api, params }) {
		return await tags.create(api, { name: params.filled('name') });
	},
});
