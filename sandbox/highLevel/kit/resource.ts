import type { SandboxState } from '../state/state';
import type { Payload } from '../webhooks/payloads';
import type { WebhookEvent } from '../webhooks/settings';
import type { ApiRoute, Call } from '../wire/apiRoute';

/** What every record of a resource has. */
export interface Kept {
	id: string;
}

interface ListRequest<T> {
	query?: ApiRoute['query'];
	/** Whether a record is wanted; all are unless told. */
	wanted?: (record: Readonly<T>, call: Call) => boolean;
	/** In another order than from the oldest to the newest. */
	arranged?: (records: Array<Readonly<T>>, call: Call) => Array<Readonly<T>>;
	/** Size of a page where the request names none; without it, one page holds all. The query's `limit`, and its `skip`,
	 * `offset` or `page` (from 1), are read where its schema has them. */
	limit?: number;
	/** A record as the list shows it, where that is another view than the resource's. */
	view?: (record: Readonly<T>, call: Call) => object;
}

interface WriteRequest<T> {
	body: NonNullable<ApiRoute['body']>;
	/** The fields to store, where they are not those of the body as they are.
	 * @param before the stored record of a change; for a creation, what there is of it: its ID, and what it takes from
	 * its parent */
	fields?: (call: Call, before: Readonly<T>) => Partial<T>;
}

interface CreateRequest<T> extends WriteRequest<T> {
	/** 201 unless told. */
	status?: number;
}

interface UpdateRequest<T> extends WriteRequest<T> {
	query?: ApiRoute['query'];
	/** What follows from it elsewhere. */
	then?: (call: Call, after: Readonly<T>, before: Readonly<T>) => void;
}

interface DeleteRequest<T> {
	/** What follows from it elsewhere. */
	then?: (call: Call, deleted: Readonly<T>) => void;
}

/**
 * One kind of record: all that the sandbox needs to know of it. From this come the routes, the map in the state (by the
 * name that the resource has in the index), its place in the state file, time stamps, and the refusals of what does not
 * exist (400) or belongs to another location (403).
 */
export interface Resource<T extends Kept, Demo extends string = never> {
	/** As refusals call it: "Business with id x not found". */
	called: string;
	/** Path of all of them; one has its ID behind it. */
	path: string;
	/** Name of that ID among the path's parameters; `id` unless told. */
	parameter?: string;
	/** Versions under which it exists; both unless told. */
	versions?: ApiRoute['versions'];
	/** How a record that does not exist is refused; with 400 unless told. */
	unknownStatus?: 404;
	/** The scopes are this with `.readonly` and with `.write`. */
	scope: string;
	/** The field that holds the ID of what a record belongs to. */
	under: keyof T & string;
	/** What a record takes from its parent, `under` among it, where that is not the location that the request names.
	 * @throws ApiError when there is no such parent */
	parent?: (call: Call) => Partial<T>;
	/** What a record has of what nobody wrote. */
	empty?: Partial<T>;
	/** Fields with the times of creation and of the last change. */
	stamps?: readonly [added: keyof T & string, updated: keyof T & string];
	/** A record as answers show it; as it is stored unless told. */
	view?: (record: Readonly<T>, call: Call) => object;
	/** How answers hold what was asked for. */
	answers: {
		one?: (view: object) => object;
		/** @param found how many there are on all pages; `more` whether there is a page after this one */
		many?: (views: object[], page: { found: number; more: boolean }, call: Call) => object;
		/** Of a creation or a change, where it is another than `one`. */
		written?: (view: object) => object;
		deleted?: (call: Call) => object;
	};
	/** The requests that the API has. */
	list?: ListRequest<T>;
	create?: CreateRequest<T>;
	/** Empty: it takes nothing. */
	get?: Record<string, never>;
	update?: UpdateRequest<T>;
	delete?: DeleteRequest<T>;
	/** Further endpoints, with behavior of their own. */
	routes?: readonly ApiRoute[];
	/** Whether a record is deleted with the contact that its `contactId` names. */
	ofContact?: boolean;
	/** Whether searches look for it, which lag behind (`state.found`), and its list with them. */
	searched?: boolean;
	/** Records of the demo location, by their names in `DEMO`. They belong to it, and were made in January, unless told. */
	demo?: { readonly [Name in Demo]: Partial<T> & Kept };
	/** The webhooks that follow from a change; none unless told. */
	events?: (change: Change<T>, state: SandboxState) => Array<{ type: WebhookEvent; payload: Payload }>;
}

/** A record before and after it was written; undefined where it did not or does not exist. */
export interface Change<T> {
	before: Readonly<T> | undefined;
	after: Readonly<T> | undefined;
}

export type RecordOf<R> = R extends Resource<infer T> ? T : never;

/** What a resource calls its records of the demo location. */
export type DemoNameOf<R> = R extends { demo?: infer Records } ? keyof NonNullable<Records> & string : never;
