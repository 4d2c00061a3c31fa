import type { RecordMap } from '../../shared/recordMap';
import { locationOf } from '../routes/lookups';
import type { Call } from '../wire/apiRoute';
import { ApiError, notFound, wrongLocation } from '../wire/errors';
import type { Kept, Resource } from './resource';

/**
 * The record that the path names.
 * @throws ApiError 400 (or what the resource says) when it does not exist, or not where the path says; 403 when it
 * belongs to another location, for a path that names no parent
 */
export function recordOf<T extends Kept>(resource: Resource<T>, map: RecordMap<T>, call: Call): Readonly<T> {
	const id = call.params[parameterOf(resource)] ?? '';
	const record = map.get(id);
	if (namesParent(resource.path)) {
		const parent = parentOf(resource, call);
		if (record?.[resource.under] !== parent[resource.under]) throw unknown(resource, id);
		return record as Readonly<T>;
	}
	if (!record) throw unknown(resource, id);
	if ((record as { locationId?: string }).locationId !== call.token.locationId) throw wrongLocation();
	return record;
}

function unknown({ called, unknownStatus }: { called: string; unknownStatus?: 404 }, id: string): ApiError {
	if (unknownStatus === undefined) return notFound(called, id);
	return new ApiError(unknownStatus, `${called} with id ${id} not found`, { error: 'Not Found' });
}

/** The records of a list, of all its pages.
 * @param inGroup those of a parent */
export function wantedOf<T extends Kept>(
	resource: Resource<T>,
	inGroup: (group: string) => Array<Readonly<T>>,
	call: Call,
): Array<Readonly<T>> {
	const { wanted, arranged } = resource.list ?? {};
	const parent = String(parentOf(resource, call)[resource.under]);
	const all = inGroup(parent).filter((record) => wanted?.(record, call) ?? true);
	return arranged?.(all, call) ?? all;
}

/** Where the page that the query asks for begins and ends. */
export function pageOf({ query }: Call, limit = Infinity): { start: number; end: number } {
	const size = Number(query['limit'] ?? limit);
	const { page } = query as { page?: number };
	const start = page === undefined ? Number(query['skip'] ?? query['offset'] ?? 0) : (page - 1) * size;
	return { start, end: start + size };
}

/** What a record takes from its parent.
 * @throws ApiError when there is no such parent */
export function parentOf<T extends Kept>(resource: Resource<T>, call: Call): Partial<T> {
	if (resource.parent) return resource.parent(call);
	return { [resource.under]: locationOf(call).id } as Partial<T>;
}

/** Name of the ID among the parameters of a path. */
export function parameterOf({ parameter = 'id' }: { parameter?: string }): string {
	return parameter;
}

/** Whether a path says what its records belong to. */
export function namesParent(path: string): boolean {
	return path.includes('/:');
}
