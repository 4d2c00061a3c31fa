import type { WiseAgentSandbox } from '../../../../sandbox/wiseAgent';
import type { TriggerServer } from '../../../support/running/runWebhook';
import { startWiseAgent } from '../../../support/wiseAgent';
import type { Started } from './started';
import { deliver, registered, registeredUrls, startTrigger } from './started';

let sandbox: WiseAgentSandbox;
let server: TriggerServer | undefined;

beforeEach(async () => (sandbox = await startWiseAgent()));
afterEach(async () => {
	expect(server?.errors ?? []).toEqual([]);
	await server?.close();
	server = undefined;
	await sandbox.close();
});

async function active(options: Started): Promise<TriggerServer> {
	server = await startTrigger(sandbox, options);
	await server.activate();
	return server;
}

describe('a delivery starts the workflow', () => {
	test('with the record, which Wise Agent does not send, as clean as the node gives it', async () => {
		const { executions } = await active({ events: ['contactCreate'] });
		const { ClientID } = sandbox.state.addContact({ CFirst: 'Ada', CEmail: 'ada@example.com' });
		await sandbox.webhooks.idle();
		expect(executions).toEqual([
			{
				system: 'Wise Agent',
				event: 'contactCreated',
				eventKey: `Wise Agent:contactCreated:${ClientID}`,
				locationId: null,
				recordId: String(ClientID),
				contactId: String(ClientID),
				at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/),
				eventType: 'contactCreate',
				eventCreated: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
				id: ClientID,
				record: expect.objectContaining({ ClientID, CFirst: 'Ada', Categories: [], Birthday: null }),
			},
		]);
		expect(sandbox.webhooks.deliveries.map(({ status }) => status)).toEqual(['delivered']);
	});

	test('with notes, tasks and properties as well', async () => {
		const { executions } = await active({
			events: ['noteCreate', 'noteUpdate', 'taskCreate', 'taskUpdate', 'propertyCreate', 'propertyUpdate'],
		});
		const { ClientID } = sandbox.state.addContact({});
		const note = sandbox.state.addNote({ owner: String(ClientID), Subject: 'Hello' });
		sandbox.state.notes.set(String(note.NoteID), { ...note, Subject: 'Bye' });
		const task = sandbox.state.addTask({ Description: 'Call' });
		await sandbox.webhooks.idle();
		const events = executions.map(({ event, id, record }) => [event, id, Object.values(record as object)[0]]);
		expect(events.sort()).toEqual([
			['noteCreated', note.NoteID, note.NoteID],
			['noteUpdated', note.NoteID, note.NoteID],
			['taskCreated', task.TaskID, task.TaskID],
		]);
	});

	test('with one item for each of several records', async () => {
		const { executions } = await active({ events: ['contactUpdate'] });
		const ids = [1, 2, 3].map(() => sandbox.state.addContact({}).ClientID);
		sandbox.webhooks.send({ registered: 'contactUpdate', resourceIds: ids });
		await sandbox.webhooks.idle();
		expect(executions.map(({ id }) => id)).toEqual(ids);
		expect(executions.map(({ record }) => (record as { ClientID: number }).ClientID)).toEqual(ids);
	});

	test('with the tasks of a delivery read in one go', async () => {
		const { executions } = await active({ events: ['taskUpdate'] });
		const ids = Array.from({ length: 150 }, () => sandbox.state.addTask({}).TaskID);
		sandbox.requests.length = 0;
		sandbox.webhooks.send({ registered: 'taskUpdate', resourceIds: [ids[140] as number, ids[2] as number] });
		await sandbox.webhooks.idle();
		expect(executions.map(({ record }) => (record as { TaskID: number }).TaskID)).toEqual([ids[140], ids[2]]);
		expect(sandbox.requests.filter(({ requestType }) => requestType === 'tasks')).toHaveLength(2);
	});

	test('with the id of what is deleted, for which nothing is read', async () => {
		const { executions } = await active({ events: ['contactDelete', 'taskDelete', 'propertyDelete'] });
		const { ClientID } = sandbox.state.addContact({});
		const { TaskID } = sandbox.state.addTask({});
		sandbox.requests.length = 0;
		sandbox.state.removeContact(ClientID);
		sandbox.state.tasks.delete(String(TaskID));
		await sandbox.webhooks.idle();
		expect(executions.map(({ event, id }) => `${String(event)} ${String(id)}`).sort()).toEqual([
			`contactDeleted ${ClientID}`,
			`taskDeleted ${TaskID}`,
		]);
		expect(executions.some((item) => 'record' in item || 'recordError' in item)).toBe(false);
		expect(sandbox.requests).toEqual([]);
	});

	test('with ids alone where Read Records is off', async () => {
		const { executions } = await active({ events: ['contactCreate'], readRecords: false });
		sandbox.requests.length = 0;
		const { ClientID } = sandbox.state.addContact({});
		await sandbox.webhooks.idle();
		expect(executions).toEqual([expect.objectContaining({ event: 'contactCreated', id: ClientID })]);
		expect(executions[0]).not.toHaveProperty('record');
		expect(sandbox.requests).toEqual([]);
	});
});

describe('finer events', () => {
	const change = async () => {
		const { ClientID } = sandbox.state.addContact({ Status: 'New', Source: 'Zillow' });
		const { TaskID } = sandbox.state.addTask({});
		sandbox.state.updateContact(ClientID, { Status: 'Active' });
		sandbox.state.updateContact(ClientID, { Source: 'Redfin' });
		sandbox.state.updateContact(ClientID, { Categories: ['Buyer'] });
		sandbox.state.updateContact(ClientID, { City: 'Troy' });
		const task = sandbox.state.tasks.get(String(TaskID));
		sandbox.state.tasks.set(String(TaskID), {
			...(task as NonNullable<typeof task>),
			completedAt: sandbox.state.clock.nextIso(),
		});
		await sandbox.webhooks.idle();
	};

	test.each([
		['contactUpdateStatus', 'contactUpdate', 'contactUpdated'],
		['contactUpdateSource', 'contactUpdate', 'contactUpdated'],
		['contactUpdateCategory', 'contactUpdate', 'contactUpdated'],
		['taskUpdateComplete', 'taskUpdate', 'taskCompleted'],
	])('%s is registered as %s, and of these it alone starts the workflow', async (type, general, happened) => {
		const { executions } = await active({ events: [type], readRecords: false });
		expect(registered(sandbox)).toEqual([`${general} Active`]);
		await change();
		expect(executions.map(({ event, eventType }) => [event, eventType])).toEqual([[happened, type]]);
	});

	test('come with their general event', async () => {
		const { executions } = await active({ events: ['contactUpdate'], readRecords: false });
		await change();
		expect(executions.map(({ eventType }) => eventType).sort()).toEqual([
			'contactUpdate',
			'contactUpdateCategory',
			'contactUpdateSource',
			'contactUpdateStatus',
		]);
		expect(new Set(executions.map(({ event }) => event))).toEqual(new Set(['contactUpdated']));
	});

	test('of a type that is not documented count for the general event', async () => {
		const { executions } = await active({ events: ['contactUpdate'], readRecords: false });
		sandbox.webhooks.send({ registered: 'contactUpdate', type: 'contactUpdateRank', resourceIds: [7] });
		await sandbox.webhooks.idle();
		expect(executions).toMatchObject([{ event: 'contactUpdated', eventType: 'contactUpdateRank', id: 7 }]);
	});

	test('and their general event chosen together start the workflow once', async () => {
		const events = ['contactUpdate', 'contactUpdateStatus'];
		const { executions } = await active({ events, readRecords: false });
		expect(registered(sandbox)).toEqual(['contactUpdate Active']);
		sandbox.webhooks.send({ registered: 'contactUpdate', type: 'contactUpdateStatus', resourceIds: [7] });
		await sandbox.webhooks.idle();
		expect(executions).toHaveLength(1);
	});
});

describe('whatever else arrives', () => {
	const payload = { EventType: 'contactCreate', EventCreated: '2026-11-22T10:00:00Z', ResourceIds: [7] };

	test.each(['', '?token=', '?token=guessed', '?token=a&token=b', '?other=1'])(
		'a delivery without the token is refused and starts nothing: "%s"',
		async (query) => {
			const { executions, url } = await active({ readRecords: false });
			const [own = ''] = registeredUrls(sandbox);
			const target = `${new URL(own).origin}${new URL(own).pathname}${query}`;
			expect((await deliver(target, payload)).status).toBe(401);
			expect((await deliver(url, payload)).status).toBe(401);
			expect(executions).toEqual([]);
		},
	);

	test('is answered with an empty 200 when it is of an event that is not chosen', async () => {
		const { executions } = await active({ readRecords: false });
		const [own = ''] = registeredUrls(sandbox);
		for (const EventType of ['contactUpdate', 'taskCreate', 'somethingElse']) {
			expect(await deliver(own, { ...payload, EventType })).toEqual({ status: 200, body: '' });
		}
		expect(await deliver(own, { ...payload, ResourceIds: [] })).toEqual({ status: 200, body: '' });
		expect(executions).toEqual([]);
	});

	test.each(['', '[]', 'null', 'hello', '{"EventType":7}', '<html></html>', '{"EventType":"contactCreate"'])(
		'is refused when it is no delivery: %s',
		async (body) => {
			const { executions } = await active({ readRecords: false });
			const response = await fetch(registeredUrls(sandbox)[0] ?? '', { method: 'POST', body });
			expect(response.status).toBe(400);
			expect(executions).toEqual([]);
		},
	);

	test('is read with the oddities of Wise Agent: other capitals, a list of one, texts, raw line breaks', async () => {
		const { executions } = await active({ readRecords: false });
		const [own = ''] = registeredUrls(sandbox);
		const body =
			'[{"eventType":"ContactCreate","EventCreated":"11/2/2020 1:42:00 PM","resourceIds":"7, 8\n"}]';
		const response = await fetch(own, { method: 'POST', body });
		expect([response.status, await response.text()]).toEqual([200, '']);
		expect(executions).toEqual([7, 8].map((id) => expect.objectContaining({ event: 'contactCreated', id })));
		expect(executions[0]?.eventCreated).toBe('2020-11-02T13:42:00Z');
	});
});

describe('repeats', () => {
	test('start the workflow once, in whatever order 30 events are delivered twice', async () => {
		sandbox.configure({ webhooks: { duplicates: true, outOfOrder: true } });
		const { executions } = await active({ events: ['contactCreate', 'contactUpdate'], readRecords: false });
		for (let count = 0; count < 15; count++) {
			const { ClientID } = sandbox.state.addContact({});
			sandbox.state.updateContact(ClientID, { City: 'Troy' });
		}
		await sandbox.webhooks.idle();
		expect(sandbox.webhooks.counts.tries).toBe(60);
		expect(executions).toHaveLength(30);
	});

	test('are no repeats where two changes may carry the same time', async () => {
		const { executions } = await active({ events: ['contactUpdate'], readRecords: false });
		const [own = ''] = registeredUrls(sandbox);
		const change = { EventType: 'contactUpdate', EventCreated: '2026-11-22T10:00:00Z', ResourceIds: [7] };
		await deliver(own, change);
		await deliver(own, change);
		expect(executions).toHaveLength(2);
	});

	test('count as the first when n8n has failed on that', async () => {
		sandbox.configure({ webhooks: { maxRetries: 3, baseDelayMs: 5 } });
		const started = await active({ events: ['contactCreate'], readRecords: false });
		let isFirst = true;
		started.beforeExecution = () => {
			const fails = isFirst;
			isFirst = false;
			if (fails) throw new Error('no database');
		};
		sandbox.state.addContact({});
		await sandbox.webhooks.idle();
		expect(started.executions).toHaveLength(1);
	});
});
