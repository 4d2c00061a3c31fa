import { collection, returnAllOrLimit } from '../../../core/editor/fields';
import { isEmpty, listOf, textOf } from '../../../core/values/texts';
import { emailOf } from '../../../core/values/emails';
import { phoneAsWritten } from '../../../core/values/phones';
import { plainOf } from '../../api/reading/records';
import { listVendors } from '../../api/records/vendors';
import { operation } from '../operation';
import { text } from '../optionalFields';
import { allOutputs, recordOptions } from '../output';

export const getAll = operation({
	name: 'Get Many',
	action: 'Get many vendors',
	description: 'Read business partners, all or those that match',
	requests: [listVendors],
	fields: [
		...returnAllOrLimit,
		collection(
			'Filters',
			'filters',
			[
				text('Email', 'email', 'Only vendors with this email', 'e.g. name@email.com'),
				text('Name', 'nameQuery', 'Only vendors with this text in the name of company or contact'),
				text('Phone', 'phone', 'Only vendors with this phone number', 'e.g. (480) 836-0345'),
				text(
					'Types',
					'types',
					'Only vendors of one of these types, separated by commas',
					'e.g. Cooperating-Agent, Title',
				),
			],
			'Add Filter',
		),
		recordOptions(),
	],
	async execute({ api, params }) {
		const limit = params.limit();
		const { email, nameQuery, phone, types } = params.collection('filters');
		const names = listOf(types, 'Types');
		const query = {
			...(isEmpty(email) ? {} : { email: emailOf(email, 'Email') }),
			...(isEmpty(phone) ? {} : { phone: phoneAsWritten(phone, 'Phone') }),
			...(names.length > 0 ? { types: names } : {}),
			...(isEmpty(nameQuery) ? {} : { nameQuery: textOf(nameQuery, 'Name') }),
		};
		return allOutputs(params, await listVendors(api, query, limit), plainOf);
	},
});
