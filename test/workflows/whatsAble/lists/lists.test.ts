import type { WhatsAbleSandbox } from '../../../../sandbox/whatsAble';
import { DEMO, fail, startSandbox, succeed } from '../../../support/whatsAble';

let sandbox: WhatsAbleSandbox;

beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

const ALL = { returnAll: true };

test('templates come with their text and the variables that they need', async () => {
	const items = await succeed(sandbox, 'template.getAll', { parameters: { ...ALL, simplify: true } });
	expect(items).toHaveLength(sandbox.state.templates.size);
	const listing = items.find(({ template_id: id }) => id === DEMO.templates.listing);
	expect(listing).toMatchObject({ name: expect.any(String), language: 'en', status: 'approved' });
	expect((listing?.variables as Array<{ key: string }>).map(({ key }) => key).sort()).toEqual([
		'body1',
		'body2',
		'media',
		'visit_website',
	]);
	expect(listing).not.toHaveProperty('components');
});

test('without Simplify, templates are as WhatsAble answers them', async () => {
	const items = await succeed(sandbox, 'template.getAll', { parameters: { ...ALL, simplify: false } });
	expect(items[0]).toHaveProperty('components.components');
	expect(items[0]).toHaveProperty('template_formate');
});

test('a limit is kept', async () => {
	const items = await succeed(sandbox, 'template.getAll', {
		parameters: { returnAll: false, limit: 3, simplify: true },
	});
	expect(items).toHaveLength(3);
});

test('labels are put out one an item', async () => {
	const items = await succeed(sandbox, 'label.getAll', { parameters: ALL });
	expect(items.map(({ label }) => label)).toEqual([...sandbox.state.labels]);
});

test('phone numbers of contacts are put out as E.164, so that other nodes take them as they are', async () => {
	const items = await succeed(sandbox, 'phoneNumber.getAll', { parameters: ALL });
	expect(items).toHaveLength(Object.keys(DEMO.contacts).length);
	expect(items).toContainEqual({
		phone_number_value: `+${DEMO.contacts.olivia}`,
		phone_number_label: expect.stringContaining('Olivia Grant'),
	});
});

test.each([
	['notifyer', DEMO.keys.notifyer],
	['whatsable', DEMO.keys.whatsable],
	['notifier', DEMO.keys.notifier],
])('the check tells which product a key belongs to: %s', async (product, apiKey) => {
	const [item] = await succeed(sandbox, 'apiKey.check', { apiKey });
	expect(item).toMatchObject({ success: true, product });
	expect(JSON.stringify(item)).not.toContain(apiKey);
});

test('the check of a key that WhatsAble does not know says so without an error', async () => {
	const [item] = await succeed(sandbox, 'apiKey.check', { apiKey: 'wrong' });
	expect(item).toMatchObject({ success: false });
});

test.each(['template', 'label', 'phoneNumber'])(
	'an answer that is no list is not taken for an empty one: %s',
	async (resource) => {
		const { createServer } = await import('node:http');
		const server = createServer((_, response) => {
			response.setHeader('Content-Type', 'application/json');
			response.end('{"maintenance":true}');
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as { port: number };
		const error = await fail(sandbox, `${resource}.getAll`, {
			baseUrl: `http://127.0.0.1:${port}`,
			parameters: { ...ALL, simplify: true },
		}).finally(() => {
			server.closeAllConnections();
			server.close();
		});
		expect(error.message).toContain(`127.0.0.1:${port} did not answer like WhatsAble`);
		expect(error.description).toContain('Check the Base URL');
	},
);
