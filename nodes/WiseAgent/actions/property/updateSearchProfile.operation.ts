import { collection, options } from '../../../core/editor/fields';
import { someFields } from '../../../core/operation/requireSomeFields';
import { searchProfileOf } from '../../api/reading/records';
import { updateSearchProfile as write } from '../../api/records/properties';
import { operation } from '../operation';
import { fieldsOf } from '../optionalFields';
import { searchId, wishes } from './searchProfileFields';

export const updateSearchProfile = operation({
	name: 'Update Search Profile',
	action: 'Update a search profile',
	description: 'Change what property a contact looks for; fields that are not given stay as they are',
	requests: [write],
	fields: [searchId, collection('Update Fields', 'updateFields', wishes), options()],
	async execute({ api, params }) {
		const fields = someFields(fieldsOf(params.collection('updateFields'), (name) => params.label(name)));
		const SearchID = params.id('searchId');
		await write(api, SearchID, fields);
		return searchProfileOf({ SearchID, ...fields });
	},
});
