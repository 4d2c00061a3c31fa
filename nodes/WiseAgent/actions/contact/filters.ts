import type { INodeProperties } from 'n8n-workflow';

import type { Params } from '../../../core/operation/params';
import { isEmpty, listOf, textOf } from '../../../core/values/texts';
import type { ContactQuery } from '../../api/contacts/contacts';
import { minuteIn } from '../../api/dates';
import { text } from '../optionalFields';

/** What contacts can be narrowed by, but for times; all of it must apply. */
export const selectionFilters: INodeProperties[] = [
	{
		displayName: 'All of the Categories',
		name: 'categoryAll',
		type: 'boolean',
		default: false,
		description: 'Whether contacts must be in all of the categories instead of one of them',
	},
	{
		displayName: 'Category Names or IDs',
		name: 'categories',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getCategories' },
		default: [],
		description:
			'Only contacts in one of these categories, by name. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	text('Name', 'nameQuery', 'Only contacts with this text in first name, last name or company'),
	{
		displayName: 'Source Names or IDs',
		name: 'sources',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getSources' },
		default: [],
		description:
			'Only contacts that came from one of these sources, by name. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
];

/** The same, and since when they were changed. */
export const contactFilters: INodeProperties[] = [
	...selectionFilters,
	{
		displayName: 'Updated Since',
		name: 'updatedSince',
		type: 'dateTime',
		default: '',
		description: 'Only contacts that were changed at this time or later; Wise Agent looks at full minutes',
	},
];

/** The filters that the editor's parameters describe. */
export function contactQueryOf(params: Params): ContactQuery {
	const { updatedSince } = params.collection('filters');
	return {
		...contactSelectionOf(params),
		...(isEmpty(updatedSince)
			? {}
			: { updatedSince: minuteIn('utc', updatedSince, 'Updated Since', params.timezone) }),
	};
}

/** The same without the time. */
export function contactSelectionOf(params: Params): Omit<ContactQuery, 'updatedSince'> {
	const { categories, categoryAll, sources, nameQuery } = params.collection('filters');
	const [categoryNames, sourceNames] = [listOf(categories, 'Categories'), listOf(sources, 'Sources')];
	return {
		...(categoryNames.length > 0 ? { categories: categoryNames } : {}),
		...(sourceNames.length > 0 ? { sources: sourceNames } : {}),
		allCategories: categoryAll === true,
		...(isEmpty(nameQuery) ? {} : { name: textOf(nameQuery, 'Name') }),
	};
}
