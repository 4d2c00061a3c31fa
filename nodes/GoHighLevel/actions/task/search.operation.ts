import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { collection, options, returnAllOrLimit } from '../../../core/editor/fields';
import { simplify } from '../../../core/operation/simplify';
import { isEmpty, textOf } from '../../../core/values/texts';
import type { TaskQuery } from '../../api/records/tasks';
import { tasks } from '../../api/records/tasks';
import { anyBusinessLocator, contactLocator, userLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { shownWithReference } from '../shownWithReference';

const status: INodeProperties = {
	displayName: 'Status',
	name: 'status',
	type: 'options',
	options: [
		{ name: 'Done', value: 'completed' },
		{ name: 'Open', value: 'open' },
	],
	default: 'open',
	description: 'Only tasks that are done, or only those that are not',
};

const titleText: INodeProperties = {
	displayName: 'Search Text',
	name: 'query',
	type: 'string',
	default: '',
	description: 'Only tasks with this text in their title',
};

const { required: _, ...contact } = contactLocator;

export const search = operation({
	name: 'Search',
	action: 'Search tasks',
	description: 'Find tasks of the whole location; without a filter, all of them',
	requests: [tasks.search],
	fields: [
		...returnAllOrLimit,
		collection(
			'Filters',
			'filters',
			[
				userLocator('Assigned To', 'assignedTo', 'Only tasks of this user'),
				{ ...anyBusinessLocator, description: 'Only tasks of the contacts of this business (company)' },
				{ ...contact, description: 'Only tasks of this contact' },
				titleText,
				status,
			],
			'Add Filter',
		),
		simplify,
		options(),
	],
	async execute({ api, params }) {
		const query = queryOf(params.collection('filters'));
		const found = await tasks.search(api, { ...query, limit: params.limit() });
		return found.map((task) => shownWithReference(params, task));
	},
});

function queryOf({ contactId, assignedTo, businessId, query, status: wanted }: IDataObject): TaskQuery {
	return {
		...(isEmpty(contactId) ? {} : { contactId: [textOf(contactId, 'Contact')] }),
		...(isEmpty(assignedTo) ? {} : { assignedTo: [textOf(assignedTo, 'Assigned To')] }),
		...(isEmpty(businessId) ? {} : { businessId: textOf(businessId, 'Business') }),
		...(isEmpty(query) ? {} : { query: textOf(query, 'Search Text') }),
		...(isEmpty(wanted) ? {} : { completed: wanted === 'completed' }),
	};
}
