import { options, returnAllOrLimit } from '../../../core/editor/fields';
import { textOf } from '../../../core/values/texts';
import { simplify } from '../../../core/operation/simplify';
import { listContactsOfBusiness } from '../../api/contacts/contacts';
import { businessLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { completeRecord, searchText } from './readFields';
import { MADE_TO_SHOW, shownContacts } from './output';

export const getByBusiness = operation({
	name: 'Get by Business',
	action: 'Get the contacts of a business',
	description: 'Read the contacts that belong to a business (company)',
	requests: [listContactsOfBusiness, ...MADE_TO_SHOW],
	fields: [businessLocator, ...returnAllOrLimit, simplify, options(completeRecord, searchText)],
	async execute({ api, params }) {
		const limit = params.limit();
		const { query } = params.collection('options');
		const contacts = await listContactsOfBusiness(api, params.id('businessId'), {
			query: textOf(query, 'Search Text'),
			limit,
		});
		return await shownContacts(api, params, contacts);
	},
});
