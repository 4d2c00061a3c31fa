import { badRequest } from '../wire/errors';
import type { SandboxState } from '../state/state';
import { businessName } from '../views/contact';
import type { SearchDocument } from './searchIndex';

type SortValue = string | number | boolean | null;

interface Sort {
	valueOf: (document: SearchDocument) => SortValue;
	/** 1 ascending, -1 descending. */
	sign: 1 | -1;
}

/** Where a contact stands in the order: its sort values, then its id. It is what `searchAfter` holds. */
export type Position = readonly SortValue[];

/** An order of contacts without ties. */
export interface Order {
	positionOf(document: SearchDocument): Position;
	compare(a: Position, b: Position): number;
}

function sortable(state: SandboxState): Record<string, Sort['valueOf']> {
	return {
		firstNameLowerCase: ({ firstName }) => firstName,
		lastNameLowerCase: ({ lastName }) => lastName,
		businessName: ({ contact }) => businessName(state, contact)?.toLowerCase() ?? null,
		dateAdded: ({ addedMs }) => addedMs,
		dateUpdated: ({ updatedMs }) => updatedMs,
		email: ({ contact }) => contact.email?.toLowerCase() ?? null,
		dnd: ({ contact }) => contact.dnd,
		source: ({ contact }) => contact.source?.toLowerCase() ?? null,
	};
}

/**
 * The order that `sort` asks for: up to two `{field, direction: asc | desc}`; newest first without any, which no
 * source tells. The id settles ties.
 * @throws ApiError 400 for a third sort, an unknown field or direction
 */
export function compileSort(state: SandboxState, sort: readonly unknown[]): Order {
	if (sort.length > 2) throw badRequest('A search takes at most two sorts');
	const fields = sortable(state);
	const sorts: Sort[] = sort.map((entry) => {
		const { field, direction } = entry as Record<string, unknown>;
		const valueOf = typeof field === 'string' && Object.hasOwn(fields, field) ? fields[field] : undefined;
		if (!valueOf) throw badRequest(`Invalid sort field ${String(field)}`);
		if (direction !== 'asc' && direction !== 'desc') {
			throw badRequest(`Invalid sort direction ${String(direction)}`);
		}
		return { valueOf, sign: direction === 'asc' ? 1 : -1 };
	});
	if (sorts.length === 0) sorts.push({ valueOf: ({ addedMs }) => addedMs, sign: -1 });
	// The id settles ties, in the direction of the first sort.
	const signs = [...sorts.map(({ sign }) => sign), sorts[0]?.sign ?? 1];
	return {
		positionOf: (document) => [...sorts.map(({ valueOf }) => valueOf(document)), document.id],
		compare: (a, b) => {
			for (let index = 0; index < signs.length; index++) {
				const order = compareValues(a[index] ?? null, b[index] ?? null, signs[index] as 1 | -1);
				if (order !== 0) return order;
			}
			return 0;
		},
	};
}

/** Empty values come last in either direction. */
function compareValues(a: SortValue, b: SortValue, sign: 1 | -1): number {
	if (a === b) return 0;
	if (a === null) return 1;
	if (b === null) return -1;
	return a < b ? -sign : sign;
}
