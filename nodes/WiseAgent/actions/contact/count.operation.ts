import { collection, options } from '../../../core/editor/fields';
import { countContacts } from '../../api/contacts/contacts';
import { operation } from '../operation';
import { contactFilters, contactQueryOf } from './filters';

export const count = operation({
	name: 'Count',
	action: 'Count contacts',
	description: 'Count contacts, all or those that match',
	requests: [countContacts],
	fields: [collection('Filters', 'filters', contactFilters, 'Add Filter'), options()],
	async execute({ api, params }) {
		return { count: await countContacts(api, contactQueryOf(params)) };
	},
});
