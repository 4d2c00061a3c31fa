import type { RecordMap } from '../../shared/recordMap';
import type { ResourceName } from '../resources';
import { locationOf } from '../routes/lookups';
import type { ApiRoute, Call } from '../wire/apiRoute';
import { ApiError, notFound, wrongLocation } from '../wire/errors';
import type { Kept, Resource } from './resource';

/** The endpoints of a kind of record.
 * @param name of its map in the state */
export function routesOf<T extends Kept>(name: ResourceName, resource: Resource<T>): ApiRoute[] {
	const { path, scope, answers, list, create, get, update } = resource;
	const onePath = `${path.replace(/\/$/, '')}/:${parameterOf(resource)}`;
	const mapIn = (call: Call) => call.state[name] as unknown as RecordMap<T>;
	const read = (call: Call) => recordOf(resource, mapIn(call), call);
	const view = (record: Readonly<T>, call: Call) => resource.view?.(record, call) ?? record;
	const one = answers.one ?? ((shown) => shown);
	const written = answers.written ?? one;
	const routes: ApiRoute[] = [...(resource.routes ?? [])];
	if (list) {
		routes.push({
			...list,
			method: 'GET',
			path,
			scope: list.scope ?? `${scope}.readonly`,
			...(namesParent(path) ? {} : { locationInQuery: true }),
			answer: (call) => {
				const all = wantedOf(resource, mapIn(call), call);
				const { start, end } = pageOf(call, list.limit);
				const shown = list.view ?? view;
				const views = all.slice(start, end).map((record) => shown(record, call));
				return (answers.many ?? ((shown) => shown))(
					views,
					{ found: all.length, more: end < all.length },
					call,
				);
			},
		});
	}
	if (create) {
		routes.push({
			method: 'POST',
			path,
			scope: create.scope ?? `${scope}.write`,
			body: create.body,
			status: create.status ?? 201,
			answer: (call) => {
				const start = { ...parentOf(resource, call), id: call.state.newId() } as unknown as T;
				const fields = create.fields?.(call, start) ?? (call.body as Partial<T>);
				const record = call.state.add(name, { ...start, ...fields } as never) as unknown as Readonly<T>;
				create.then?.(call, record, start);
				return written(view(record, call));
			},
		});
	}
	if (get) {
		routes.push({
			...get,
			method: 'GET',
			path: onePath,
			scope: get.scope ?? `${scope}.readonly`,
			answer: (call) => one(view(read(call), call)),
		});
	}
	if (update) {
		routes.push({
			method: 'PUT',
			path: onePath,
			scope: update.scope ?? `${scope}.write`,
			body: update.body,
			...(update.status ? { status: update.status } : {}),
			answer: (call) => {
				const before = read(call);
				const fields = update.fields?.(call, before) ?? (call.body as Partial<T>);
				const after = call.state.change(name, before.id, fields as never) as unknown as Readonly<T>;
				update.then?.(call, after, before);
				return written(view(after, call));
			},
		});
	}
	if (resource.delete) {
		const { then } = resource.delete;
		routes.push({
			method: 'DELETE',
			path: onePath,
			scope: resource.delete.scope ?? `${scope}.write`,
			answer: (call) => {
				const record = read(call);
				then?.(call, record);
				mapIn(call).delete(record.id);
				return answers.deleted?.(call) ?? {};
			},
		});
	}
	const { versions } = resource;
	return versions ? routes.map((route) => ({ versions, ...route })) : routes;
}

/**
 * The record that the path names.
 * @throws ApiError 400 (or what the resource says) when it does not exist, or not where the path says; 403 when it belongs to another location, for a
 * path that names no parent
 */
export function recordOf<T extends Kept>(
	resource: Resource<T>,
	map: RecordMap<T>,
	call: Call,
	id = call.params[parameterOf(resource)] ?? '',
): Readonly<T> {
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

function wantedOf<T extends Kept>(resource: Resource<T>, map: RecordMap<T>, call: Call): Array<Readonly<T>> {
	const { wanted, arranged } = resource.list ?? {};
	const all = map
		.inGroup(String(parentOf(resource, call)[resource.under]))
		.filter((record) => wanted?.(record, call) ?? true);
	return arranged?.(all, call) ?? all;
}

function pageOf({ query }: Call, limit = Infinity): { start: number; end: number } {
	const start = Number(query['skip'] ?? query['offset'] ?? 0);
	return { start, end: start + Number(query['limit'] ?? limit) };
}

function parentOf<T extends Kept>(resource: Resource<T>, call: Call): Partial<T> {
	if (resource.parent) return resource.parent(call);
	return { [resource.under]: locationOf(call).id } as Partial<T>;
}

function parameterOf({ parameter = 'id' }: { parameter?: string }): string {
	return parameter;
}

function namesParent(path: string): boolean {
	return path.includes('/:');
}
