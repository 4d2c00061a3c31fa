import { options, returnAllOrLimit } from '../../../core/fields';
import { textOf } from '../../../core/params';
import { listContactsOfBusiness } from '../../api/contacts';
import { businessLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { searchText } from './readFields';

export const getByBusiness = operation({
	name: 'Get by Business',
	action: 'Get the contacts of a business',
	description: 'Read the contacts that belong to a business (company)',
	scopes: ['contacts.readonly'],
	fields: [businessLocator, ...returnAllOrLimit, options(searchText)],
	async execute({ api, params }) {
		const limit = params.limit();
		const { query } = params.collection('options');
		return await listContactsOfBusiness(api, params.id('businessId'), {
			query: textOf(query, 'Search Text'),
			limit,
		});
	},
});
