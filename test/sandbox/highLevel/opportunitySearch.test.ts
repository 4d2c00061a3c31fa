import type { HighLevelSandbox } from '../../../sandbox/highLevel';
import type { CallOptions } from './support';
import { call, create, DEMO, locationId, sleep, start } from './support';

const { opportunities: ids, pipelines, pipelineStages, users } = DEMO;

let sandbox: HighLevelSandbox;
beforeAll(async () => {
	sandbox = await start({ rateLimit: { max: 10_000 } });
});
beforeEach(() => {
	sandbox.reset();
	sandbox.state.seedOpportunities();
});
afterAll(() => sandbox.close());

const search = (query: Record<string, string>, options?: CallOptions) => {
	const parameters = new URLSearchParams({ location_id: locationId, limit: '100', ...query });
	return call(sandbox, 'GET', `/opportunities/search?${parameters.toString()}`, undefined, options);
};
const found = async (query: Record<string, string>): Promise<string[]> => {
	const { status, body } = await search(query);
	if (status !== 200) throw new Error(JSON.stringify(body));
	return body.opportunities.map(({ id }: { id: string }) => id);
};
const byBody = (more: object = {}) =>
	call(sandbox, 'POST', '/opportunities/search', {
		locationId,
		query: '',
		limit: 100,
		page: 0,
		searchAfter: [],
		additionalDetails: { notes: false, tasks: false, calendarEvents: false, unReadConversations: false },
		...more,
	});
/** Its contact has what the search can be asked for. */
const contactOf = (id: string) => sandbox.state.opportunities.get(id)!.contactId;
/** mm-dd-yyyy of the day on which one was added, where the location is. */
const dayOf = (id: string) => {
	const created = new Date(sandbox.state.opportunities.get(id)!.createdAt);
	const parts = { timeZone: 'America/New_York', month: '2-digit', day: '2-digit', year: 'numeric' } as const;
	return created.toLocaleDateString('en-US', parts).replaceAll('/', '-');
};

test('finds all of the location, newest first, with their contacts', async () => {
	const { body } = await search({});
	expect(body.opportunities.map(({ id }: { id: string }) => id)).toEqual([
		...[ids.harborLoft, ids.pierCottage, ids.gardenFlat, ids.mapleTownhouse, ids.seaviewCondo],
		...[ids.parkStudio, ids.hillsideHouse, ids.oldMill, ids.riversidePlot, ids.cornerShop],
		...[ids.westEndVilla, ids.lakeCabin],
	]);
	expect(body.opportunities[0]).toMatchObject({
		name: 'Harbor loft',
		pipelineId: pipelines.buyers,
		pipelineStageId: pipelineStages.inquiry,
		contact: { id: contactOf(ids.harborLoft), email: expect.stringContaining('@') },
		...{ notes: [], tasks: [], calendarEvents: [] },
	});
	expect(body.meta).toMatchObject({ total: 12, currentPage: 1, nextPage: null, nextPageUrl: null });
});

test.each<[string, () => Record<string, string>, Array<keyof typeof ids>]>([
	[
		'pipeline and owner',
		() => ({ pipeline_id: pipelines.sellers, assigned_to: users.amelia }),
		['riversidePlot', 'cornerShop'],
	],
	['stage', () => ({ pipeline_stage_id: pipelineStages.offer }), ['parkStudio', 'hillsideHouse']],
	['contact', () => ({ contact_id: contactOf(ids.oldMill) }), ['oldMill']],
	['status', () => ({ status: 'won' }), ['hillsideHouse', 'westEndVilla']],
	['ID', () => ({ id: ids.gardenFlat, status: 'all' }), ['gardenFlat']],
	['name', () => ({ q: 'COTT' }), ['pierCottage']],
	[
		'email of the contact',
		() => ({ q: sandbox.state.contacts.get(contactOf(ids.lakeCabin))!.email! }),
		['lakeCabin'],
	],
	['country', () => ({ country: 'DE' }), []],
	['first day', () => ({ date: dayOf(ids.pierCottage) }), ['harborLoft', 'pierCottage']],
	['last day', () => ({ endDate: dayOf(ids.westEndVilla) }), ['westEndVilla', 'lakeCabin']],
	['day', () => ({ date: dayOf(ids.oldMill), endDate: dayOf(ids.oldMill) }), ['oldMill']],
])('finds by %s', async (_case, query, expected) => {
	expect(await found(query())).toEqual(expected.map((name) => ids[name]));
});

test('finds by a campaign of the contact', async () => {
	const { spring } = DEMO.campaigns;
	expect(await found({ campaignId: spring })).toEqual([]);
	await call(sandbox, 'POST', `/contacts/${contactOf(ids.parkStudio)}/campaigns/${spring}`, {});
	expect(await found({ campaignId: spring })).toEqual([ids.parkStudio]);
});

test('sorts by time and by name, in both directions', async () => {
	const newest = await found({});
	expect(await found({ order: 'added_asc' })).toEqual([...newest].reverse());
	const byName = await found({ order: 'name_asc' });
	expect(byName.slice(0, 2)).toEqual([ids.cornerShop, ids.gardenFlat]);
	expect(await found({ order: 'name_desc' })).toEqual(byName.reverse());
});

test.each(['added_desc', 'name_asc'])('is read to its end by its cursor, sorted by %s', async (order) => {
	const all = await found({ order });
	let url = `/opportunities/search?location_id=${locationId}&limit=5&order=${order}`;
	const read: string[] = [];
	for (let page = 1; url; page++) {
		const { body } = await call(sandbox, 'GET', url);
		read.push(...body.opportunities.map(({ id }: { id: string }) => id));
		expect(body.meta).toMatchObject({ currentPage: page, prevPage: page > 1 ? page - 1 : null });
		url = (body.meta.nextPageUrl ?? '').replace(sandbox.url, '');
	}
	expect(read).toEqual(all);
});

test('is read by page numbers, and after a time', async () => {
	const all = await found({});
	expect(await found({ limit: '5', page: '3' })).toEqual(all.slice(10));
	const { createdAt } = sandbox.state.opportunities.get(ids.gardenFlat)!;
	expect(await found({ startAfter: String(Date.parse(createdAt)) })).toEqual(all.slice(3));
});

test('has notes, tasks and events of the contact where they are asked for', async () => {
	const contactId = contactOf(ids.oldMill);
	await call(sandbox, 'POST', `/contacts/${contactId}/notes`, { body: 'remember' });
	const asked = { contact_id: contactId, getNotes: 'true', getTasks: 'true' };
	const { body } = await search(asked);
	expect(body.opportunities[0]).toMatchObject({ notes: [{ body: 'remember' }], tasks: [] });
	const additionalDetails = { notes: true, tasks: true, calendarEvents: true, unReadConversations: false };
	const posted = await byBody({ query: 'old mill', additionalDetails });
	expect(posted.body.opportunities[0].notes).toMatchObject([{ body: 'remember' }]);
});

test('by a body finds by words, and reads on by page and by cursor', async () => {
	const all = await found({});
	const idsIn = (answer: Awaited<ReturnType<typeof byBody>>) =>
		answer.body.opportunities.map(({ id }: { id: string }) => id);
	expect((await byBody({ query: 'villa' })).body).toMatchObject({
		total: 1,
		opportunities: [{ id: ids.westEndVilla }],
	});
	expect(idsIn(await byBody({ limit: 5, page: 1 }))).toEqual(all.slice(5, 10));
	const { createdAt } = sandbox.state.opportunities.get(ids.gardenFlat)!;
	expect(idsIn(await byBody({ limit: 2, searchAfter: [Date.parse(createdAt), ids.gardenFlat] }))).toEqual(
		all.slice(3, 5),
	);
});

test('takes the names of its version', async () => {
	const v3 = { version: 'v3' };
	const path = '/opportunities/search?';
	const named = `locationId=${locationId}&pipelineId=${pipelines.sellers}&contactId=${contactOf(ids.lakeCabin)}`;
	const { body } = await call(sandbox, 'GET', path + named, undefined, v3);
	expect(body.opportunities).toMatchObject([{ id: ids.lakeCabin }]);
	expect((await call(sandbox, 'GET', path + named)).body.message).toEqual([
		"location_id can't be undefined",
		'property locationId should not exist',
		'property pipelineId should not exist',
		'property contactId should not exist',
	]);
	expect((await call(sandbox, 'GET', `${path}location_id=${locationId}`, undefined, v3)).status).toBe(422);
});

test.each([
	[{ date: '2041-05-20' }, 'date must be a date as mm-dd-yyyy'],
	[{ endDate: '1700000000000' }, 'endDate must be a date as mm-dd-yyyy'],
	[{ limit: '101' }, 'limit must not be greater than 100'],
	[{ status: 'closed' }, 'status must be one of the following values: open, won, lost, abandoned, all'],
	[{ query: 'x' }, 'property query should not exist'],
	[{ q: 'x'.repeat(76) }, 'q must be shorter than or equal to 75 characters'],
])('is refused with %j', async (query, message) => {
	const { status, body } = await search(query as Record<string, string>);
	expect([status, body.message]).toEqual([422, [message]]);
});

test('is refused in another location and without the scope', async () => {
	expect((await search({ location_id: DEMO.otherLocationId })).status).toBe(403);
	const { body } = await call(sandbox, 'POST', '/__sandbox/tokens', { scopes: ['opportunities.write'] });
	expect((await search({}, { token: body.token })).status).toBe(401);
});

test('sees new, changed and deleted ones later, as the search of contacts does', async () => {
	sandbox.configure({ searchDelayMs: 400 });
	const contactId = await create(sandbox, { name: 'Ada King' });
	const deal = { pipelineId: pipelines.buyers, locationId, name: 'Late', status: 'open', contactId };
	const { body } = await call(sandbox, 'POST', '/opportunities/', deal);
	const { id } = body.opportunity;
	await call(sandbox, 'PUT', `/opportunities/${ids.oldMill}`, { name: 'New mill' });
	await call(sandbox, 'DELETE', `/opportunities/${ids.lakeCabin}`);
	expect(await found({ q: 'late' })).toEqual([]);
	expect((await byBody({ query: 'new mill' })).body.total).toBe(0);
	expect(await found({ id: ids.lakeCabin })).toEqual([ids.lakeCabin]);
	await sleep(450);
	expect(await found({ q: 'late' })).toEqual([id]);
	expect((await byBody({ query: 'new mill' })).body.total).toBe(1);
	expect(await found({ id: ids.lakeCabin })).toEqual([]);
	sandbox.configure({ searchDelayMs: 0 });
});

test('the demo gets its opportunities, with contacts for them, by a control, and no webhook tells of it', async () => {
	sandbox.reset();
	const { status, body } = await call(sandbox, 'POST', '/__sandbox/opportunities');
	expect([status, body.added]).toEqual([201, 12]);
	expect(new Set(body.ids)).toEqual(new Set(Object.values(ids)));
	expect(sandbox.state.contacts.size).toBe(12);
	expect(new Set([...sandbox.state.opportunities.values()].map((one) => one.contactId)).size).toBe(12);
});

test('the search by body takes filters and an order, as the guide to it says', async () => {
	const idsOf = ({ body }: { body: { opportunities: Array<{ id: string }> } }) =>
		body.opportunities.map(({ id }) => id);
	const changed = sandbox.state.change('opportunities', ids.lakeCabin, { name: 'Lake hut' });
	const since = (gte: string) => ({
		filters: [{ field: 'date_updated', operator: 'range', value: { gte } }],
	});
	expect(idsOf(await byBody(since(changed.updatedAt)))).toEqual([ids.lakeCabin]);
	const latest = { sort: [{ field: 'date_updated', direction: 'desc' }], limit: 1 };
	expect(idsOf(await byBody(latest))).toEqual([ids.lakeCabin]);
	const dearest = { sort: [{ field: 'monetary_value', direction: 'desc' }], limit: 2 };
	expect(idsOf(await byBody(dearest))).toEqual([ids.westEndVilla, ids.hillsideHouse]);
	const group = [
		{ field: 'pipeline_id', operator: 'eq', value: pipelines.sellers },
		{ field: 'status', operator: 'not_eq', value: 'open' },
	];
	expect(idsOf(await byBody({ filters: group })).sort()).toEqual([ids.lakeCabin, ids.westEndVilla].sort());
	expect((await byBody({ filters: [{ field: 'color', operator: 'eq', value: 1 }] })).status).toBe(400);
	expect((await byBody({ sort: [{ field: 'color', direction: 'asc' }] })).status).toBe(400);
});
