import type { RecordMap } from '../../shared/recordMap';
import type { ResourceName } from '../resources';
import type { ApiRoute, Call } from '../wire/apiRoute';
import { namesParent, pageOf, parameterOf, parentOf, recordOf, wantedOf } from './records';
import type { Kept, Resource } from './resource';

type Part<T extends Kept> = (name: ResourceName, resource: Resource<T>) => ApiRoute | undefined;

/** The endpoints of a kind of record.
 * @param name of its map in the state */
export function routesOf<T extends Kept>(name: ResourceName, resource: Resource<T>): ApiRoute[] {
	const parts: Array<Part<T>> = [listRoute, createRoute, getRoute, updateRoute, deleteRoute];
	const made = parts.flatMap((part) => part(name, resource) ?? []);
	const routes = [...(resource.routes ?? []), ...made];
	const { versions } = resource;
	return versions ? routes.map((route) => ({ versions, ...route })) : routes;
}

function listRoute<T extends Kept>(name: ResourceName, resource: Resource<T>): ApiRoute | undefined {
	const { path, list, answers } = resource;
	if (!list) return undefined;
	const { query, limit, view = resource.view } = list;
	return {
		method: 'GET',
		path,
		scope: `${resource.scope}.readonly`,
		...(query ? { query } : {}),
		...(namesParent(path) ? {} : { locationInQuery: true }),
		answer: (call) => {
			const all = wantedOf(resource, (group) => seenIn<T>(call, name, resource, group), call);
			const { start, end } = pageOf(call, limit);
			const views = all.slice(start, end).map((record) => view?.(record, call) ?? record);
			return answers.many?.(views, { found: all.length, more: end < all.length }, call) ?? views;
		},
	};
}

function createRoute<T extends Kept>(name: ResourceName, resource: Resource<T>): ApiRoute | undefined {
	const { path, create } = resource;
	if (!create) return undefined;
	const { body, fields, status = 201 } = create;
	return {
		method: 'POST',
		path,
		scope: `${resource.scope}.write`,
		body,
		status,
		answer: (call) => {
			const start = { ...parentOf(resource, call), id: call.state.newId() } as unknown as T;
			const all = { ...start, ...(fields?.(call, start) ?? call.body) };
			const record = call.state.add(name, all as never) as unknown as Readonly<T>;
			return writtenAnswer(resource, record, call);
		},
	};
}

function getRoute<T extends Kept>(name: ResourceName, resource: Resource<T>): ApiRoute | undefined {
	if (!resource.get) return undefined;
	return {
		method: 'GET',
		path: onePath(resource),
		scope: `${resource.scope}.readonly`,
		answer: (call) => {
			const record = recordOf(resource, mapIn<T>(call, name), call);
			return oneAnswer(resource, record, call);
		},
	};
}

function updateRoute<T extends Kept>(name: ResourceName, resource: Resource<T>): ApiRoute | undefined {
	if (!resource.update) return undefined;
	const { query, body, fields, then } = resource.update;
	return {
		method: 'PUT',
		path: onePath(resource),
		scope: `${resource.scope}.write`,
		...(query ? { query } : {}),
		body,
		answer: (call) => {
			const before = recordOf(resource, mapIn<T>(call, name), call);
			const changes = fields?.(call, before) ?? call.body;
			const after = call.state.change(name, before.id, changes as never) as unknown as Readonly<T>;
			then?.(call, after, before);
			return writtenAnswer(resource, after, call);
		},
	};
}

function deleteRoute<T extends Kept>(name: ResourceName, resource: Resource<T>): ApiRoute | undefined {
	if (!resource.delete) return undefined;
	const { then } = resource.delete;
	return {
		method: 'DELETE',
		path: onePath(resource),
		scope: `${resource.scope}.write`,
		answer: (call) => {
			const map = mapIn<T>(call, name);
			const record = recordOf(resource, map, call);
			then?.(call, record);
			map.delete(record.id);
			return resource.answers.deleted?.(call) ?? {};
		},
	};
}

function oneAnswer<T extends Kept>(resource: Resource<T>, record: Readonly<T>, call: Call): object {
	const shown = resource.view?.(record, call) ?? record;
	return resource.answers.one?.(shown) ?? shown;
}

function writtenAnswer<T extends Kept>(resource: Resource<T>, record: Readonly<T>, call: Call): object {
	const { written } = resource.answers;
	return written ? written(resource.view?.(record, call) ?? record) : oneAnswer(resource, record, call);
}

function mapIn<T extends Kept>(call: Call, name: ResourceName): RecordMap<T> {
	return call.state[name] as unknown as RecordMap<T>;
}

/** The records of a parent, as a list sees them. */
function seenIn<T extends Kept>(
	call: Call,
	name: ResourceName,
	{ searched }: Resource<T>,
	group: string,
): Array<Readonly<T>> {
	if (!searched) return mapIn<T>(call, name).inGroup(group);
	return call.state.found(name, group) as unknown as Array<Readonly<T>>;
}

function onePath<T extends Kept>(resource: Resource<T>): string {
	return `${resource.path.replace(/\/$/, '')}/:${parameterOf(resource)}`;
}
