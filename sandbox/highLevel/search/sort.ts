import { badRequest } from '../wire/errors';

export type SortValue = string | number | boolean | null;

/** What records can be ordered by. */
export type Sortable<Document> = Readonly<Record<string, (document: Document) => SortValue>>;

interface Sort<Document> {
	valueOf: (document: Document) => SortValue;
	/** 1 ascending, -1 descending. */
	sign: 1 | -1;
}

/** Where a record stands in the order: its sort values, then its id. It is what `searchAfter` holds. */
export type Position = readonly SortValue[];

/** An order of records without ties. */
export interface Order<Document> {
	positionOf(document: Document): Position;
	compare(a: Position, b: Position): number;
}

/**
 * The order that `sort` asks for: up to two `{field, direction: asc | desc}`; newest first without any, which no
 * source tells. The id settles ties.
 * @param addedMs when a record was added
 * @throws ApiError 400 for a third sort, an unknown field or direction
 */
export function compileSort<Document extends { id: string }>(
	fields: Sortable<Document>,
	addedMs: (document: Document) => number,
	sort: readonly unknown[],
): Order<Document> {
	if (sort.length > 2) throw badRequest('A search takes at most two sorts');
	const sorts: Array<Sort<Document>> = sort.map((entry) => {
		const { field, direction } = entry as Record<string, unknown>;
		const valueOf = typeof field === 'string' && Object.hasOwn(fields, field) ? fields[field] : undefined;
		if (!valueOf) throw badRequest(`Invalid sort field ${String(field)}`);
		if (direction !== 'asc' && direction !== 'desc') {
			throw badRequest(`Invalid sort direction ${String(direction)}`);
		}
		return { valueOf, sign: direction === 'asc' ? 1 : -1 };
	});
	if (sorts.length === 0) sorts.push({ valueOf: addedMs, sign: -1 });
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

/** Index of the first record that comes after `position`, by halving. */
export function firstAfter<Document>(
	ordered: ReadonlyArray<{ position: Position }>,
	order: Order<Document>,
	position: Position,
): number {
	let low = 0;
	let high = ordered.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		const candidate = ordered[middle] as { position: Position };
		if (order.compare(candidate.position, position) > 0) high = middle;
		else low = middle + 1;
	}
	return low;
}
