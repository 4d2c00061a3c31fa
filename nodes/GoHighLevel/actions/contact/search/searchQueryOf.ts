import type { IDataObject } from 'n8n-workflow';

import { dateTimeOf, lastMomentOf } from '../../../../core/values/dates';
import { emailOf } from '../../../../core/values/emails';
import { Failure } from '../../../../core/failure';
import type { Params } from '../../../../core/operation/params';
import { isEmpty, listOf, textOf } from '../../../../core/values/texts';
import type { HighLevelClient } from '../../../api/client';
import type { ContactQuery } from '../../../api/contacts/contactSearch';
import { phoneCondition, phoneFor } from '../../../api/phones';

/** The query that the editor's filters and options describe. Throws a `Failure` for filters that the list cannot do. */
export async function searchQueryOf(
	api: HighLevelClient,
	params: Params,
): Promise<Omit<ContactQuery, 'limit'> & { endpoint: string }> {
	const { endpoint = 'search', sortBy = 'dateAdded', sortDirection = 'desc' } = params.collection('options');
	const { query, filters } = await selectionOf(api, params, params.collection('filters'));
	if (endpoint === 'list' && filters.length > 0) {
		throw new Failure(
			'The deprecated list knows no filter but the search text',
			'Choose Search under Options > Endpoint, or remove the other filters.',
			{ field: 'filters' },
		);
	}
	return {
		endpoint: String(endpoint),
		query,
		filters,
		sort: [{ field: String(sortBy), direction: sortDirection === 'asc' ? 'asc' : 'desc' }],
	};
}

/** The same without an order. @param given values of fields that narrow, by the names that they have in the panel */
export async function selectionOf(
	api: HighLevelClient,
	params: Params,
	{ query, ...given }: IDataObject,
): Promise<Pick<ContactQuery, 'filters' | 'query'>> {
	return {
		query: textOf(query, 'Search Text') || undefined,
		filters: await filtersOf(api, given, params),
	};
}

async function filtersOf(api: HighLevelClient, given: IDataObject, params: Params): Promise<IDataObject[]> {
	const { timezone: zone } = params;
	const { addedAfter, addedBefore, updatedAfter, updatedBefore, tags, ...equal } = given;
	const equals = Object.entries(equal).filter(([, value]) => !isEmpty(value));
	return [
		...range('dateAdded', 'Added', [addedAfter, addedBefore], zone),
		...range('dateUpdated', 'Updated', [updatedAfter, updatedBefore], zone),
		// HighLevel stores tags in lower case.
		...listOf(tags, 'Tags').map((tag) => is('tags', tag.toLowerCase())),
		...(await Promise.all(
			equals.map(async ([field, value]) => await equalTo(api, field, value, params.label(field))),
		)),
	];
}

/** Phones are stored as E.164; people write them with blanks and brackets. */
async function equalTo(
	api: HighLevelClient,
	field: string,
	value: unknown,
	label: string,
): Promise<IDataObject> {
	if (field === 'phone') return phoneCondition('eq', await phoneFor(api, value, label));
	if (field === 'email') return is(field, emailOf(value, label));
	return is(field, textOf(value, label));
}

function is(field: string, value: string): IDataObject {
	return { field, operator: 'eq', value };
}

function range(field: string, label: string, [from, to]: [unknown, unknown], zone: string): IDataObject[] {
	const value: IDataObject = {};
	if (!isEmpty(from)) value.gte = dateTimeOf(from, `${label} After`, zone);
	if (!isEmpty(to)) value.lte = lastMomentOf(to, `${label} Before`, zone);
	return isEmpty(from) && isEmpty(to) ? [] : [{ field, operator: 'range', value }];
}
