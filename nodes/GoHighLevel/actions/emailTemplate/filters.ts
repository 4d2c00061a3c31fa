import type { INodeProperties } from 'n8n-workflow';

import { textIn } from '../../../core/operation/given';
import type { Params } from '../../../core/operation/params';
import { ownValue } from '../../../core/values/ownValue';
import { yesNoOf } from '../../../core/values/yesNo';
import type { EmailTemplateQuery } from '../../api/records/emailTemplates';
import { emailFolderLocator } from '../../pickers/locators';

export const filterFields: INodeProperties[] = [
	{
		displayName: 'Archived',
		name: 'archived',
		type: 'boolean',
		default: false,
		description: 'Whether to return archived templates',
	},
	emailFolderLocator,
	{
		displayName: 'Include',
		name: 'include',
		type: 'options',
		options: [
			{ name: 'All', value: 'all', description: 'Both; the field type of the output tells them apart' },
			{ name: 'Folders', value: 'folders' },
			{ name: 'Templates', value: 'templates' },
		],
		default: 'templates',
		description: 'Whether to return templates, their folders or both; only templates unless you choose',
	},
	{
		displayName: 'Search Text',
		name: 'search',
		type: 'string',
		default: '',
		placeholder: 'e.g. newsletter',
		description: 'Text that HighLevel looks for in the name of the template',
	},
];

export const sortOrder: INodeProperties = {
	displayName: 'Sort Order',
	name: 'sortOrder',
	type: 'options',
	options: [
		{ name: 'Ascending', value: 'asc' },
		{ name: 'Descending', value: 'desc' },
	],
	default: 'desc',
	description: 'Whether the template that was changed first or the one that was changed last comes first',
};

/** What the parameters ask for; what is empty is left out. */
export function queryOf(params: Params): EmailTemplateQuery {
	const filters = params.collection('filters');
	return {
		search: textIn(params, filters, 'search'),
		folderId: textIn(params, filters, 'folderId'),
		archived: yesNoOf(ownValue(filters, 'archived'), params.label('archived')),
		include: textIn(params, filters, 'include') ?? 'templates',
		sortOrder: textIn(params, params.collection('options'), 'sortOrder'),
	};
}
