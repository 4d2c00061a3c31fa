import { Failure } from '../../../core/failure';
import type { Request } from '../../../core/operation/request';
import { scopesOf } from '../../../core/operation/request';
import type { HighLevelClient } from '../client';
import { searchPage as contactPage } from '../contacts/contactSearch';
import { newestOfLocation } from '../conversations/pages';
import { firstConversations } from '../conversations/search';
import { readCustomFields } from '../customFields/fields';
import { refusalIn } from '../errors';
import { getLocation, locationSettings } from '../locations';
import { appointments } from '../records/appointments';
import { calendars } from '../records/calendars';
import { customObjects } from '../records/customObjects';
import { tasks } from '../records/tasks';
import { users } from '../records/users';

/** What was found of a scope without a read: there is nothing in the location to read with it. */
export class NothingToRead extends Failure {}

/** How a scope is tried by a read. */
export interface ScopeRead {
	scope: string;
	/** None where nothing can be read without knowing a record. */
	request?: Request;
	read(api: HighLevelClient): Promise<unknown>;
	/** What is requested before, to have something to read. */
	through?: Request;
}

/** Those that want more than a list of the location. The first scope of their request is tried. */
const SPECIAL: Array<Omit<ScopeRead, 'scope' | 'request'> & { request: Request }> = [
	{ request: getLocation, read: async (api) => await getLocation(api) },
	{ request: contactPage, read: async (api) => await contactPage(api, { pageLimit: 1, page: 1 }) },
	{ request: firstConversations, read: async (api) => await firstConversations(api, { limit: 1 }) },
	// The smallest page that HighLevel gives.
	{ request: newestOfLocation, read: async (api) => await newestOfLocation(api, { limit: 10 }) },
	{ request: readCustomFields, read: async (api) => await readCustomFields(api, { model: 'contact' }) },
	{ request: tasks.searchPage, read: async (api) => await tasks.searchPage(api, {}, { skip: 0, limit: 1 }) },
	{ request: appointments.list, read: readAppointments, through: calendars.list },
	{ request: customObjects.latestPage, read: readObjectRecord, through: customObjects.list },
	{ request: users.list, read: readUser, through: getLocation },
];

/** Of these, only triggers make use: no operation of the node names them. */
const OF_TRIGGERS: Request[] = [customObjects.list, customObjects.latestPage];

/**
 * One small read for each scope that reading with these requests needs, in the order of the alphabet.
 *
 * @param requests all that the operations of the node make
 */
export function readsFor(requests: readonly Request[]): ScopeRead[] {
	const all = [...requests, ...OF_TRIGGERS];
	const scopes = neededBy(all).filter((scope) => scope.endsWith('.readonly'));
	return scopes.map((scope) => {
		const special = SPECIAL.find(({ request }) => firstOf(request) === scope);
		if (special) return { scope, ...special };
		const request = all.find((one) => one.sample !== undefined && firstOf(one) === scope);
		return request ? { scope, request, read: request.sample as ScopeRead['read'] } : { scope, read: nothing };
	});
}

/** Scopes by which something may be changed. */
export function writeScopesOf(requests: readonly Request[]): string[] {
	return neededBy(requests).filter((scope) => !scope.endsWith('.readonly'));
}

function neededBy(requests: readonly Request[]): string[] {
	return scopesOf({ requests }).sort((one, other) => one.localeCompare(other, 'en'));
}

function firstOf(request: Request): string | undefined {
	return scopesOf({ requests: [request] })[0];
}

async function nothing(): Promise<never> {
	throw new NothingToRead('HighLevel has no list to try it with');
}

/** A minute without appointments. */
const LONG_AGO = { fromMs: Date.UTC(2000, 0, 1), toMs: Date.UTC(2000, 0, 1, 0, 1) };

async function readAppointments(api: HighLevelClient): Promise<unknown> {
	const [calendar] = await unlessRefused('calendars', async () => await calendars.list(api, {}));
	if (!calendar) throw new NothingToRead('Appointments are read by calendar, and the location has none');
	return await appointments.list(api, { calendarId: calendar.id, ...LONG_AGO });
}

async function readObjectRecord(api: HighLevelClient): Promise<unknown> {
	const read = async () => await customObjects.listOwn(api, {});
	const [object] = await unlessRefused('objects', read);
	if (!object) throw new NothingToRead('Records are read by object, and the location has no custom object');
	return await customObjects.latestPage(api, { schemaKey: object.key, limit: 1 });
}

async function readUser(api: HighLevelClient): Promise<unknown> {
	const { companyId } = (await locationSettings(api)) ?? {};
	if (companyId === undefined) {
		throw new NothingToRead('Users are read by agency, which the location names, and that cannot be read');
	}
	return await users.list(api, {}, 1);
}

async function unlessRefused<T>(what: string, read: () => Promise<T>): Promise<T> {
	return await read().catch((error: unknown) => {
		refusalIn(error);
		throw new NothingToRead(`To try it, ${what} have to be read first, which the token may not do`);
	});
}
