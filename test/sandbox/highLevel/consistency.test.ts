import type { HighLevelSandbox } from '../../../sandbox/highLevel';
import { call, create, locationId, search, sleep, start } from './support';

// Longer than a busy machine takes for a few requests.
const DELAY_MS = 1_500;

let sandbox: HighLevelSandbox;
beforeAll(async () => {
	sandbox = await start({ rateLimit: { max: 10_000 } });
});
beforeEach(() => {
	sandbox.configure({ searchDelayMs: DELAY_MS });
	sandbox.reset();
});
afterAll(() => sandbox.close());

const listed = async () => (await call(sandbox, 'GET', `/contacts/?locationId=${locationId}`)).body.count;
const duplicate = async (email: string) =>
	(await call(sandbox, 'GET', `/contacts/search/duplicate?locationId=${locationId}&email=${email}`)).body
		.contact;

test('a new contact is read at once, but searches see it later', async () => {
	const id = await create(sandbox, { email: 'a@x.example' });
	expect((await call(sandbox, 'GET', `/contacts/${id}`)).status).toBe(200);
	expect(await search(sandbox, {})).toEqual([]);
	expect(await listed()).toBe(0);
	expect(await duplicate('a@x.example')).toBeNull();
	await sleep(DELAY_MS + 50);
	expect(await search(sandbox, {})).toEqual([id]);
	expect(await listed()).toBe(1);
	expect((await duplicate('a@x.example')).id).toBe(id);
});

test('the check for duplicates does not wait', async () => {
	await create(sandbox, { email: 'a@x.example' });
	const { status } = await call(sandbox, 'POST', '/contacts/', { locationId, email: 'a@x.example' });
	expect(status).toBe(400);
});

test('searches show changed and deleted contacts as they were, for a while', async () => {
	const [changed, deleted] = sandbox.state.seedContacts(2);
	if (!changed || !deleted) throw new Error('no contacts');
	await call(sandbox, 'PUT', `/contacts/${changed.id}`, { city: 'Elsewhere' });
	await call(sandbox, 'DELETE', `/contacts/${deleted.id}`);
	const moved = { filters: [{ field: 'city', operator: 'eq', value: 'Elsewhere' }] };
	expect(await search(sandbox, moved)).toEqual([]);
	expect(await search(sandbox, {})).toHaveLength(2);
	await sleep(DELAY_MS + 50);
	expect(await search(sandbox, moved)).toEqual([changed.id]);
	expect(await search(sandbox, {})).toEqual([changed.id]);
});

test('seeded contacts are visible at once', async () => {
	sandbox.state.seedContacts(3);
	expect(await listed()).toBe(3);
});

test('switching it off shows what was waiting', async () => {
	const id = await create(sandbox, {});
	sandbox.configure({ searchDelayMs: 0 });
	expect(await search(sandbox, {})).toEqual([id]);
});
