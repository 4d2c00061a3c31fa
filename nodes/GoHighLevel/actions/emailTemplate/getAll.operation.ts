import { collection, options, returnAllOrLimit } from '../../../core/editor/fields';
import { emailTemplates } from '../../api/records/emailTemplates';
import { operation } from '../operation';
import { filterFields, queryOf, sortOrder } from './filters';

export const getAll = operation({
	name: 'Get Many',
	action: 'Get many email templates',
	description: 'Read the email templates of the location, all or those that match, the last changed first',
	requests: [emailTemplates.list],
	fields: [
		...returnAllOrLimit,
		collection('Filters', 'filters', filterFields, 'Add Filter'),
		options(sortOrder),
	],
	async execute({ api, params }) {
		return await emailTemplates.list(api, { ...queryOf(params), limit: params.limit() });
	},
});
