import type { IDataObject } from 'n8n-workflow';

import { pace } from '../../../support/pace';
import type { WiseAgentSandbox } from '../../../../sandbox/wiseAgent';
import type { TriggerServer } from '../../../support/running/runWebhook';
import { connectWiseAgent, startWiseAgent, succeeds } from '../../../support/wiseAgent';
import type { Started } from './started';
import { deliver, registeredUrls, startTrigger } from './started';

pace({ backoff: { firstMs: 5, maxMs: 20 }, looksMs: [0, 20] });

let sandbox: WiseAgentSandbox;
let server: TriggerServer | undefined;

beforeEach(async () => {
	pace({ recordMs: 5_000 });
	sandbox = await startWiseAgent();
});
afterEach(async () => {
	expect(server?.errors ?? []).toEqual([]);
	await server?.close();
	server = undefined;
	await sandbox.close();
});

/** What an active trigger puts out for an event. */
async function outputOf(
	EventType: string,
	ResourceIds: unknown[],
	{ act, ...options }: Started & { act?: () => void } = {},
): Promise<IDataObject[]> {
	server = await startTrigger(sandbox, { events: [EventType], ...options });
	await server.activate();
	act?.();
	const [url = ''] = registeredUrls(sandbox);
	const EventCreated = '2026-11-22T10:00:00Z';
	expect(await deliver(url, { EventType, EventCreated, ResourceIds })).toEqual({ status: 200, body: '' });
	return server.executions;
}

test.each([
	['contactUpdate', 'contact'],
	['noteUpdate', 'note'],
	['propertyUpdate', 'property'],
	['taskUpdate', 'task'],
])('%s of a record that is gone starts the workflow without it, and says so', async (event, record) => {
	const [item] = await outputOf(event, [999_999]);
	expect(item).toMatchObject({
		event: `${event}d`,
		id: 999_999,
		recordError: expect.stringContaining(`The ${record} is not`),
	});
	expect(item).not.toHaveProperty('record');
});

test('a property comes with its details', async () => {
	await succeeds(sandbox, 'property.create', { parameters: { AddressNum: '12', Address: 'Main Street' } });
	const [{ PropertyID } = { PropertyID: 0 }] = sandbox.state.properties.values();
	const [item] = await outputOf('propertyUpdate', [PropertyID]);
	expect(item).toMatchObject({ id: PropertyID, record: { PropertyID, Details: expect.any(Object) } });
});

test.each([
	['note', 'NoteID', 'Note', { contactId: '={{ $json.contactId }}', note: 'Called' }],
	['task', 'TaskID', 'Description', { Description: 'Called' }],
])(
	'a %s that is a copy comes with its reference, and its text without it',
	async (kind, id, text, fields) => {
		const reference = { system: 'HighLevel', kind, id: 'otg8dTqqGl2rLGFVKHIn' };
		const named = `HighLevel ${kind} ${reference.id}`;
		const [written = {}] = await succeeds(sandbox, `${kind}.upsertByReference`, {
			items: [{ contactId: sandbox.state.addContact({}).ClientID }],
			parameters: { reference: named, ...fields },
		});
		const [item] = await outputOf(`${kind}Update`, [written[id]]);
		expect(item).toMatchObject({
			record: { [id]: written[id], [text]: 'Called', reference: { text: named, ...reference } },
		});
	},
);

test('one of several records that is gone takes nothing from the others', async () => {
	const ids = [1, 2].map(() => sandbox.state.addContact({}).ClientID);
	const items = await outputOf('contactUpdate', [ids[0], 999_999, ids[1]]);
	expect(items.map(({ id, record, recordError }) => [id, !!record, !!recordError])).toEqual([
		[ids[0], true, false],
		[999_999, false, true],
		[ids[1], true, false],
	]);
});

test.each([
	['an error', { kind: 'serverError' as const }],
	['a page', { kind: 'htmlError' as const, status: 200 }],
	['half an answer', { kind: 'truncated' as const }],
	['a refusal', { kind: 'refused' as const }],
])('%s in place of the record does not keep the workflow from starting', async (_, fault) => {
	const { ClientID } = sandbox.state.addContact({});
	const act = () => sandbox.faults.add({ ...fault, requestType: 'getSingleContact' });
	const [item] = await outputOf('contactUpdate', [ClientID], { act });
	expect(item).toMatchObject({ id: ClientID, recordError: expect.stringMatching(/\w+/) });
});

test('a Wise Agent that does not answer is not waited for, and what to do is told', async () => {
	pace({ recordMs: 150 });
	const { ClientID } = sandbox.state.addContact({});
	const act = () => sandbox.faults.add({ kind: 'timeout', requestType: 'getSingleContact' });
	const [item] = await outputOf('contactUpdate', [ClientID, ClientID + 1], { act });
	expect(String(item?.recordError)).toMatch(
		/did not answer within .* Read the record with a Wise Agent node/,
	);
});

test('a passing failure is overcome', async () => {
	const { ClientID } = sandbox.state.addContact({});
	const act = () => sandbox.faults.add({ kind: 'serverError', requestType: 'getSingleContact', times: 1 });
	const [item] = await outputOf('contactUpdate', [ClientID], { act });
	expect(item).toHaveProperty('record');
});

test('a connection without the scope is told which one is missing', async () => {
	const connection = connectWiseAgent(sandbox, { scopes: ['profile', 'contacts'] });
	const { TaskID } = sandbox.state.addTask({});
	const [item] = await outputOf('taskUpdate', [TaskID], { connection });
	expect(String(item?.recordError)).toContain('lacks the scope team');
});

test('Wise Agent that is not there any more leaves the id', async () => {
	server = await startTrigger(sandbox, { events: ['contactUpdate'] });
	await server.activate();
	const [url = ''] = registeredUrls(sandbox);
	await sandbox.close();
	const payload = { EventType: 'contactUpdate', EventCreated: '2026-11-22T10:00:00Z', ResourceIds: [7] };
	expect((await deliver(url, payload)).status).toBe(200);
	expect(server.executions).toMatchObject([{ id: 7, recordError: expect.stringContaining('Wise Agent') }]);
	sandbox = await startWiseAgent();
});

test('a note tells which contact it belongs to', async () => {
	const { ClientID } = sandbox.state.addContact({});
	const { NoteID } = sandbox.state.addNote({ owner: String(ClientID), Note: 'Called' });
	const [item] = await outputOf('noteCreate', [NoteID]);
	expect(item).toMatchObject({ id: NoteID, record: { NoteID, ClientID, Note: 'Called' } });
});
