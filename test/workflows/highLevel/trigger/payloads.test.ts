import { ACCEPTED, bytesOf, deliver, event, startApp } from './deliveries';
import type { TriggerServer } from '../../../support/running/runWebhook';

let server: TriggerServer;
beforeAll(async () => (server = await startApp()));
afterAll(async () => await server.close());

afterEach(() => {
	expect(server.errors).toEqual([]);
	server.executions.length = 0;
});

const asText = { 'Content-Type': 'text/plain' };

test('every field of the payload comes out untouched, with the event beside it', async () => {
	const payload = event('ContactCreate', {
		name: 'Ada 😀',
		customFields: [{ id: 'x', value: ['a', 1, null, { deep: true }] }],
		dateOfBirth: '1990-12-10T00:00:00.000Z',
		bigNumber: 1e21,
		empty: '',
		nothing: null,
	});
	await deliver(server, payload);
	expect(server.executions).toMatchObject([{ ...payload, event: 'contactCreated' }]);
});

test('a byte order mark that was signed does no harm', async () => {
	const payload = event('ContactCreate');
	expect(await deliver(server, `\uFEFF${JSON.stringify(payload)}`)).toEqual(ACCEPTED);
	expect(server.executions).toMatchObject([{ ...payload, event: 'contactCreated' }]);
});

test('a key that comes twice means the later one, for the choice of the event as for the output', async () => {
	const chosen = await startApp({ events: ['ContactDelete'] });
	await deliver(chosen, '{"type":"ContactCreate","type":"ContactDelete","id":"1","webhookId":"twice"}');
	await deliver(chosen, '{"type":"ContactDelete","type":"ContactCreate","id":"2","webhookId":"reversed"}');
	expect(chosen.executions).toMatchObject([
		{ type: 'ContactDelete', id: '1', webhookId: 'twice', event: 'contactDeleted' },
	]);
	await chosen.close();
});

test('a field called __proto__ is a field and changes nothing else', async () => {
	await deliver(
		server,
		'{"__proto__":{"type":"ContactCreate","polluted":true},"id":"1","webhookId":"proto"}',
	);
	const [item] = server.executions;
	expect(item?.event).toBe('unknown');
	expect(item?.polluted).toBeUndefined();
	expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

describe('a signed body that is no JSON object starts nothing, and is answered with an empty 400', () => {
	test.each(['', 'ContactCreate', '[{"type":"ContactCreate"}]', '"text"', '1', 'null', '{"type":"Contact'])(
		'%j',
		async (body) => {
			expect(await deliver(server, body, asText)).toEqual({ status: 400, body: '' });
			expect(server.executions).toEqual([]);
		},
	);

	test('JSON that n8n itself cannot read never reaches the node', async () => {
		expect((await deliver(server, '{"type":')).status).toBe(422);
		expect(server.executions).toEqual([]);
	});
});

test('a large event is received', async () => {
	const note = 'x'.repeat(2_000_000);
	expect(await deliver(server, event('NoteCreate', { body: note }))).toEqual(ACCEPTED);
	expect(server.executions[0]?.body).toHaveLength(note.length);
});

test('bytes that are not UTF-8 are replaced, not dropped', async () => {
	const [before, after] = JSON.stringify(event('NoteCreate', { body: '|' })).split('|') as [string, string];
	const body = Buffer.concat([bytesOf(before), Buffer.from([0xff]), bytesOf(after)]);
	expect(await deliver(server, body)).toEqual(ACCEPTED);
	expect(server.executions[0]?.body).toBe('\uFFFD');
});
