import type { IDataObject } from 'n8n-workflow';

import { dateTimeOf, lastMomentOf } from '../../../core/values/dates';
import { Failure } from '../../../core/failure';
import type { Params } from '../../../core/params';
import { isEmpty, listOf, textOf } from '../../../core/params';
import { toE164 } from '../../../core/phone';
import type { ContactQuery } from '../../api/contacts/contactSearch';

/** The query that the editor's filters and options describe. Throws a `Failure` for filters that the list cannot do. */
export function searchQueryOf(params: Params): Omit<ContactQuery, 'limit'> & { endpoint: string } {
	const { query, ...given } = params.collection('filters');
	const { endpoint = 'search', sortBy = 'dateAdded', sortDirection = 'desc' } = params.collection('options');
	const filters = filtersOf(given, params.timezone);
	if (endpoint === 'list' && filters.length > 0) {
		throw new Failure(
			'The deprecated list knows no filter but the search text',
			'Choose Search under Options > Endpoint, or remove the other filters.',
			{ field: 'filters' },
		);
	}
	return {
		endpoint: String(endpoint),
		query: textOf(query, 'Search Text') || undefined,
		filters,
		sort: [{ field: String(sortBy), direction: sortDirection === 'asc' ? 'asc' : 'desc' }],
	};
}

function filtersOf(given: IDataObject, zone: string): IDataObject[] {
	const { addedAfter, addedBefore, updatedAfter, updatedBefore, tags, ...equal } = given;
	return [
		...range('dateAdded', 'Added', [addedAfter, addedBefore], zone),
		...range('dateUpdated', 'Updated', [updatedAfter, updatedBefore], zone),
		...listOf(tags, 'Tags').map((tag) => is('tags', tag)),
		...Object.entries(equal)
			.filter(([, value]) => !isEmpty(value))
			.map(([field, value]) => is(field, wantedValue(field, textOf(value, field)))),
	];
}

/** Phones are stored as E.164; people write them with blanks and brackets. */
function wantedValue(field: string, text: string): string {
	return field === 'phone' ? (toE164(text) ?? text) : text;
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
