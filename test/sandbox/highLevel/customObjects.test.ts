import type { HighLevelSandbox } from '../../../sandbox/highLevel';
import { call, DEMO, locationId, sleep, start } from './support';

const { key, id: objectId } = DEMO.objects.listings;
const { listings } = DEMO;

let sandbox: HighLevelSandbox;
beforeAll(async () => (sandbox = await start({ rateLimit: { max: 10_000 } })));
beforeEach(() => {
	sandbox.reset();
	sandbox.state.seedListings();
});
afterAll(() => sandbox.close());

const search = async (more: object = {}, object: string = key) =>
	await call(sandbox, 'POST', `/objects/${object}/records/search`, {
		...{ locationId, page: 1, pageLimit: 100, query: '', searchAfter: [] },
		...more,
	});
const found = async (more: object = {}): Promise<string[]> => {
	const { status, body } = await search(more);
	if (status !== 200) throw new Error(JSON.stringify(body));
	return body.records.map(({ id }: { id: string }) => id);
};

test('the objects of a location are its own and HighLevel’s', async () => {
	const { body } = await call(sandbox, 'GET', `/objects/?locationId=${locationId}`);
	const objects = body.objects as Array<{ key: string; standard: boolean }>;
	expect(objects.filter(({ standard }) => !standard).map((one) => one.key)).toEqual([key]);
	expect(objects.map((one) => one.key)).toEqual(
		expect.arrayContaining(['contact', 'opportunity', 'business']),
	);
});

test('records are found by the key of their object and by its ID, the newest first', async () => {
	const { pierHouse, oldMill, gardenFlat, lakeCabin } = listings;
	expect(await found()).toEqual([pierHouse, oldMill, gardenFlat, lakeCabin]);
	expect((await search({}, objectId)).body.total).toBe(4);
	expect((await search({}, 'custom_objects.boats')).status).toBe(400);
});

test('filters, a text and an order by time or property do what the guide says', async () => {
	const { pierHouse, oldMill, gardenFlat, lakeCabin } = listings;
	const price = (value: object) => ({ filters: [{ field: 'properties.price', operator: 'range', value }] });
	expect(await found(price({ gte: 265_000, lt: 890_000 }))).toEqual([oldMill, gardenFlat]);
	expect(await found({ query: 'cabin' })).toEqual([lakeCabin]);
	const by = (field: string, direction: string) => ({ sort: [{ field, direction }] });
	expect(await found(by('properties.price', 'asc'))).toEqual([lakeCabin, gardenFlat, oldMill, pierHouse]);
	sandbox.state.change('objectRecords', gardenFlat, { properties: { name: 'Garden flat' } });
	expect((await found(by('updatedAt', 'desc')))[0]).toBe(gardenFlat);
	expect((await search(by('color', 'asc'))).status).toBe(400);
	expect((await search({ filters: [{ field: 'color', operator: 'eq', value: 1 }] })).status).toBe(400);
});

test('pages go by number, and along the cursor that each record has', async () => {
	const { body } = await search({ pageLimit: 2 });
	const [, last] = body.records as Array<{ searchAfter: unknown[] }>;
	const rest = [listings.gardenFlat, listings.lakeCabin];
	expect(await found({ pageLimit: 2, searchAfter: last?.searchAfter })).toEqual(rest);
	expect(await found({ pageLimit: 2, page: 2 })).toEqual(rest);
});

test('a record is written, read and deleted, and the search sees it later', async () => {
	sandbox.configure({ searchDelayMs: 80 });
	const all = `/objects/${key}/records`;
	const { body } = await call(sandbox, 'POST', all, { locationId, properties: { name: 'Pier flat' } });
	const { id } = body.record as { id: string };
	expect(await found()).not.toContain(id);
	await call(sandbox, 'PUT', `${all}/${id}?locationId=${locationId}`, { properties: { price: 1 } });
	const read = await call(sandbox, 'GET', `${all}/${id}`);
	expect(read.body.record).toMatchObject({ id, properties: { name: 'Pier flat', price: 1 } });
	await sleep(120);
	expect(await found()).toContain(id);
	expect((await call(sandbox, 'DELETE', `${all}/${id}`)).body).toEqual({ id, success: true });
	expect((await call(sandbox, 'GET', `${all}/${id}`)).status).toBe(400);
});
