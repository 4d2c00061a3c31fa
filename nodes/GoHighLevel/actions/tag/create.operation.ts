import { options } from '../../../core/editor/fields';
import { createTag } from '../../api/records/tags';
import { operation } from '../operation';
import { name } from './fields';

export const create = operation({
	name: 'Create',
	action: 'Create a tag',
	description: 'Add a tag to the location. To give a contact a tag, use Add Tags under Contact.',
	scopes: ['locations/tags.write', 'locations/tags.readonly'],
	fields: [name, options()],
	async execute({ api, params }) {
		return await createTag(api, params.filled('name'));
	},
});
