import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { dayOf } from '../../../core/values/dates';
import { collection, returnAllOrLimit } from '../../../core/editor/fields';
import { isEmpty, textOf } from '../../../core/values/texts';
import { shownTask } from '../../api/references';
import type { TaskQuery } from '../../api/records/tasks';
import { listTasks } from '../../api/records/tasks';
import { anyContactLocator, teamMemberLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { allOutputs, recordOptions } from '../output';

const day = (displayName: string, name: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'dateTime',
	default: '',
	description,
});

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

export const getAll = operation({
	name: 'Get Many',
	action: 'Get many tasks',
	description:
		'Read tasks, of one contact or of all. Wise Agent has no filter for tasks: all are read, and those that match put out.',
	requests: [listTasks],
	fields: [
		...returnAllOrLimit,
		collection(
			'Filters',
			'filters',
			[
				teamMemberLocator('Assigned To', 'Only tasks of this member of the inside team'),
				{
					...anyContactLocator,
					description: 'Only tasks of this contact, or of a vendor by its ID with a V',
				},
				day('Due From', 'dueFrom', 'Only tasks that are due on this day or later'),
				day('Due Until', 'dueTo', 'Only tasks that are due on this day or earlier'),
				status,
			],
			'Add Filter',
		),
		recordOptions(),
	],
	async execute({ api, params }) {
		const limit = params.limit();
		return allOutputs(params, await listTasks(api, queryOf(params.collection('filters')), limit), shownTask);
	},
});

function queryOf({ contactId, InsideTeamId, dueFrom, dueTo, status: wanted }: IDataObject): TaskQuery {
	return {
		...(isEmpty(contactId) ? {} : { contactId: textOf(contactId, 'Contact') }),
		...(isEmpty(InsideTeamId) ? {} : { insideTeamId: textOf(InsideTeamId, 'Assigned To') }),
		...(isEmpty(dueFrom) ? {} : { dueFrom: dayOf(dueFrom, 'Due From') }),
		...(isEmpty(dueTo) ? {} : { dueTo: dayOf(dueTo, 'Due Until') }),
		...(isEmpty(wanted) ? {} : { completed: wanted === 'completed' }),
	};
}
