import type { HighLevelSandbox } from '../../../sandbox/highLevel';
import type { CallOptions } from './support';
import { call, DEMO, locationId, start } from './support';

const { folder, newsletter, welcome } = DEMO.emailTemplates;

let sandbox: HighLevelSandbox;
beforeAll(async () => {
	sandbox = await start({ rateLimit: { max: 10_000 } });
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const templates = (path = '', options?: CallOptions) =>
	call(sandbox, 'GET', `/emails/locations/${locationId}/templates${path}`, undefined, {
		version: 'v3',
		...options,
	});
const found = async (query: string): Promise<string[]> =>
	(await templates(`?${query}`)).body.items.map(({ id }: { id: string }) => id);

test('are listed with their folders, the last changed first', async () => {
	const { status, body } = await templates('', { token: DEMO.readOnlyToken });
	expect(status).toBe(200);
	expect(body).toEqual({ items: expect.any(Array), total: 3, traceId: expect.any(String) });
	expect(body.items[0]).toEqual({
		id: newsletter,
		name: 'Spring newsletter',
		type: 'template',
		editorType: 'html',
		isPlainText: false,
		parentFolderId: folder,
		createdAt: '2026-01-12T15:04:05.000Z',
		updatedAt: '2026-03-02T09:00:00.000Z',
	});
	expect(body.items).toContainEqual(
		expect.objectContaining({ id: folder, type: 'folder', childCount: 1, hasChildren: true }),
	);
	expect(body.items).toContainEqual(expect.objectContaining({ id: welcome, isPlainText: true }));
});

test.each<[string, string[]]>([
	['include=folders', [folder]],
	['include=templates&folderId=root', [welcome]],
	[`folderId=${folder}`, [newsletter]],
	['search=SPRING', [newsletter]],
	['archived=true', []],
	['include=templates&sortOrder=asc&sortBy=updatedAt', [welcome, newsletter]],
	['include=templates&limit=1&offset=1', [welcome]],
])('are chosen by %s', async (query, expected) => {
	expect(await found(query)).toEqual(expected);
});

test('that are archived are listed only where they are asked for', async () => {
	sandbox.state.change('emailTemplates', welcome, { archived: true });
	expect(await found('include=templates')).toEqual([newsletter]);
	expect(await found('archived=true')).toEqual([welcome]);
});

test('one is read with the address of its content', async () => {
	const { body } = await templates(`/${newsletter}`);
	expect(body).toMatchObject({
		id: newsletter,
		subject: 'Homes that bloom',
		fromEmail: 'office@harborview.example',
		previewText: 'Three new listings',
		isPlainText: false,
		deleted: false,
	});
	const content = await fetch(body.editorContentUrl);
	expect(await content.text()).toContain('Three new listings by the harbor');
});

test('are those of v3 alone', async () => {
	expect((await templates('', { version: '2021-07-28' })).status).toBe(404);
});

test('are refused when they are unknown, elsewhere, without the scope and by a wrong query', async () => {
	const unknown = await templates('/nothing');
	expect([unknown.status, unknown.body.message]).toEqual([404, 'Email template with id nothing not found']);
	expect((await templates('', { token: DEMO.otherLocationToken })).status).toBe(403);
	const { body } = await call(sandbox, 'POST', '/__sandbox/tokens', { scopes: ['locations.readonly'] });
	expect((await templates('', { token: body.token })).status).toBe(401);
	expect((await templates('?limit=21')).status).toBe(422);
	expect((await templates('?page=1')).body.message).toEqual(['property page should not exist']);
});
