import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import type { Forwarder } from '../../../support/odd/forwarder';
import { startForwarder } from '../../../support/odd/forwarder';
import { startSandbox } from '../../../support/highLevel';
import { Poller } from '../../../support/running/runPolls';
import { requestsOf, storeContact } from '../../../support/sandboxRuns';
import { addTask, changeTask, envelopeOf, eventsOf } from './records';

const ALL = ['taskCompleted', 'taskCreated', 'taskDeleted', 'taskUpdated'];

let sandbox: HighLevelSandbox;
let forwarder: Forwarder;
let contactId: string;
beforeEach(async () => {
	sandbox = await startSandbox();
	forwarder = await startForwarder(sandbox.url);
	sandbox.state.tasks.clear();
	contactId = storeContact(sandbox);
});
afterEach(async () => {
	await forwarder.close();
	await sandbox.close();
});

async function active(parameters: IDataObject = {}): Promise<Poller> {
	const poller = new Poller(sandbox, {
		baseUrl: forwarder.url,
		parameters: { events: ALL, ...parameters },
	});
	expect(await poller.activate()).toEqual([]);
	sandbox.requests.length = 0;
	return poller;
}

const searches = () => requestsOf(sandbox, 'POST', /tasks\/search$/);

test('a task that is a copy comes with its reference, and its text without it', async () => {
	const poller = await active();
	const { id } = addTask(sandbox, contactId, { body: 'Bring keys\nWise Agent task 8812345' });
	const reference = { text: 'Wise Agent task 8812345', system: 'Wise Agent', kind: 'task', id: '8812345' };
	expect(await poller.poll()).toMatchObject([{ event: 'taskCreated', id, body: 'Bring keys', reference }]);
});

describe.each([['all'], ['open']])('scope %s', (taskScope) => {
	test('what happens to open tasks comes out, each once', async () => {
		const [done, changed, deleted] = [1, 2, 3].map(() => addTask(sandbox, contactId).id) as [
			string,
			string,
			string,
		];
		const poller = await active({ taskScope });
		changeTask(sandbox, done, { completed: true });
		changeTask(sandbox, changed, { title: 'Visit' });
		sandbox.state.tasks.delete(deleted);
		const created = addTask(sandbox, contactId, { title: 'New', body: 'Text', assignedTo: 'user-1' }).id;

		const items = await poller.poll();
		expect(eventsOf(items)).toEqual(
			[
				`taskCompleted ${done}`,
				`taskCreated ${created}`,
				`taskDeleted ${deleted}`,
				`taskUpdated ${changed}`,
			].sort(),
		);
		const byEvent = Object.fromEntries(items.map((item) => [String(item.event), item]));
		expect(byEvent.taskCreated).toEqual({
			...envelopeOf(created, contactId, null),
			event: 'taskCreated',
			id: created,
			title: 'New',
			body: 'Text',
			assignedTo: 'user-1',
			dueDate: '2026-12-01T10:00:00.000Z',
			completed: false,
			contactId,
			reference: null,
		});
		expect(byEvent.taskCompleted).toMatchObject({ completed: true, title: 'Call', contactId });
		expect(byEvent.taskDeleted).toEqual({
			...envelopeOf(deleted, contactId, null),
			...{ event: 'taskDeleted', id: deleted, completed: false },
		});
		expect(await poller.poll()).toEqual([]);
	});

	test('a task that is done and changed at once is both; one that is opened again is updated', async () => {
		const { id } = addTask(sandbox, contactId);
		const poller = await active({ taskScope });
		changeTask(sandbox, id, { completed: true, title: 'Done' });
		expect(eventsOf(await poller.poll())).toEqual([`taskCompleted ${id}`, `taskUpdated ${id}`]);
		changeTask(sandbox, id, { completed: false });
		expect(eventsOf(await poller.poll())).toEqual([`taskUpdated ${id}`]);
		changeTask(sandbox, id, { completed: true });
		expect(eventsOf(await poller.poll())).toEqual([`taskCompleted ${id}`]);
	});

	test('tasks that are deleted with their contact come out as deleted', async () => {
		const ids = [1, 2, 3].map(() => addTask(sandbox, contactId).id);
		const poller = await active({ taskScope });
		sandbox.state.removeContact(contactId);
		expect(eventsOf(await poller.poll())).toEqual(ids.map((id) => `taskDeleted ${id}`).sort());
		expect(await poller.poll()).toEqual([]);
	});

	test('only the events that are chosen, and only tasks of a user', async () => {
		const mine = addTask(sandbox, contactId, { assignedTo: 'user-1' }).id;
		const theirs = addTask(sandbox, contactId, { assignedTo: 'user-2' }).id;
		const given = addTask(sandbox, contactId, { assignedTo: 'user-2' }).id;
		const poller = await active({
			taskScope,
			events: ['taskUpdated', 'taskDeleted'],
			filters: { assignedTo: { __rl: true, mode: 'id', value: 'user-1' } },
		});
		changeTask(sandbox, given, { assignedTo: 'user-1' });
		addTask(sandbox, contactId, { assignedTo: 'user-1' });
		for (const id of [mine, theirs]) sandbox.state.tasks.delete(id);
		expect(eventsOf(await poller.poll())).toEqual([`taskDeleted ${mine}`, `taskUpdated ${given}`]);
	});
});

test('a task that was created and done between two polls is both', async () => {
	const poller = await active();
	const { id } = addTask(sandbox, contactId, { completed: true });
	expect(eventsOf(await poller.poll())).toEqual([`taskCompleted ${id}`, `taskCreated ${id}`]);
});

test('in the scope of open tasks, done ones are not read', async () => {
	for (let count = 0; count < 250; count++) addTask(sandbox, contactId, { completed: true });
	const { id } = addTask(sandbox, contactId);
	const poller = await active({ taskScope: 'open' });
	await poller.poll();
	expect(sandbox.requests).toHaveLength(1);
	changeTask(sandbox, id, { completed: true });
	expect(eventsOf(await poller.poll())).toEqual([`taskCompleted ${id}`]);
	sandbox.requests.length = 0;
	await poller.poll();
	expect(sandbox.requests).toHaveLength(1);
});

describe('scope tasks of contacts that changed', () => {
	const SCOPE = { taskScope: 'changedContacts' };
	let other: string;
	beforeEach(() => (other = storeContact(sandbox)));

	const touch = (id: string) => sandbox.state.updateContact(id, { city: `City ${Math.random()}` });

	test('what has happened to their tasks comes out, and reads nothing of other contacts', async () => {
		const [kept, changed, deleted] = [1, 2, 3].map(() => addTask(sandbox, contactId).id) as [
			string,
			string,
			string,
		];
		const unseen = addTask(sandbox, other).id;
		const poller = await active(SCOPE);
		changeTask(sandbox, changed, { completed: true });
		changeTask(sandbox, unseen, { completed: true });
		sandbox.state.tasks.delete(deleted);
		const created = addTask(sandbox, contactId).id;
		touch(contactId);

		expect(eventsOf(await poller.poll())).toEqual(
			[`taskCompleted ${changed}`, `taskCreated ${created}`, `taskDeleted ${deleted}`].sort(),
		);
		expect(searches()).toHaveLength(0);
		expect(await poller.poll()).toEqual([]);

		touch(other);
		touch(contactId);
		changeTask(sandbox, kept, { title: 'Visit' });
		expect(eventsOf(await poller.poll())).toEqual([`taskCompleted ${unseen}`, `taskUpdated ${kept}`].sort());
	});

	test('a new contact that is deleted at once stops nothing', async () => {
		const poller = await active(SCOPE);
		sandbox.configure({ searchDelayMs: 0 });
		const gone = storeContact(sandbox);
		sandbox.configure({ searchDelayMs: 60_000 });
		sandbox.state.removeContact(gone);
		expect(await poller.poll()).toEqual([]);
	});
});

describe('more tasks than fit on a page', () => {
	const COUNT = 450;
	/** The newest, which HighLevel puts out first, comes last here. */
	let ids: string[];
	beforeEach(() => (ids = Array.from({ length: COUNT }, () => addTask(sandbox, contactId).id)));

	/** Does something before the page with this number is read. */
	async function beforePage<T>(page: number, work: () => void, reading: () => Promise<T>): Promise<T> {
		let pages = 0;
		forwarder.passage.drops = (path) => {
			if (path.endsWith('/tasks/search') && ++pages === page) work();
			return false;
		};
		const result = await reading();
		expect(pages).toBeGreaterThanOrEqual(page);
		return result;
	}

	test('each page is read once when nothing moves', async () => {
		const poller = await active();
		expect(await poller.poll()).toEqual([]);
		expect(searches()).toHaveLength(Math.ceil(COUNT / 99));
	});

	test('tasks that are deleted between two pages are the only ones that come out', async () => {
		const poller = await active();
		const first = ids.slice(-20);
		const items = await beforePage(
			3,
			() => first.forEach((id) => sandbox.state.tasks.delete(id)),
			async () => [...(await poller.poll()), ...(await poller.poll()), ...(await poller.poll())],
		);
		expect(eventsOf(items)).toEqual(first.map((id) => `taskDeleted ${id}`).sort());
	});

	test('so are tasks that are created between two pages', async () => {
		const poller = await active();
		const created: string[] = [];
		const items = await beforePage(
			3,
			() => created.push(...Array.from({ length: 120 }, () => addTask(sandbox, contactId).id)),
			async () => [...(await poller.poll()), ...(await poller.poll()), ...(await poller.poll())],
		);
		expect(eventsOf(items)).toEqual(created.map((id) => `taskCreated ${id}`).sort());
	});

	test('a task that a scan has passed over is asked for, and not taken for deleted', async () => {
		const poller = await active();
		const last = ids[0] as string;
		const items = await beforePage(
			3,
			// Moves from the last page to the first.
			() => changeTask(sandbox, last, { dateAdded: new Date(Date.now() + 60_000).toISOString() }),
			async () => [...(await poller.poll()), ...(await poller.poll())],
		);
		expect(items).toEqual([]);
	});

	test('what moves during the first reading does not come out as created', async () => {
		const [last, second] = [ids[0] as string, ids[1] as string];
		const poller = new Poller(sandbox, { baseUrl: forwarder.url, parameters: { events: ALL } });
		await beforePage(
			3,
			() => {
				for (const id of ids.slice(-30)) sandbox.state.tasks.delete(id);
				const dateAdded = new Date(Date.now() + 60_000).toISOString();
				for (const id of [last, second]) changeTask(sandbox, id, { dateAdded });
			},
			async () => await poller.activate(),
		);
		const items = [...(await poller.poll()), ...(await poller.poll())];
		expect(items.filter(({ event }) => event !== 'taskDeleted')).toEqual([]);
	});

	test('nor does a task that the pages move past in both of its rounds', async () => {
		let round = 0;
		const deleteFirst = (count: number) => {
			for (const id of ids.splice(-count)) sandbox.state.tasks.delete(id);
		};
		forwarder.passage.request = (body) => {
			const { skip } = JSON.parse(body) as { skip?: number };
			if (skip === 0) round += 1;
			if (round === 1 && skip !== undefined && skip >= 190 && ids.length === COUNT) deleteFirst(30);
			if (round === 2 && skip !== undefined && skip > 0 && ids.length === COUNT - 30) deleteFirst(100);
			return body;
		};
		const poller = new Poller(sandbox, { baseUrl: forwarder.url, parameters: { events: ALL } });
		await poller.activate();
		expect(ids).toHaveLength(COUNT - 130);
		const items = [...(await poller.poll()), ...(await poller.poll()), ...(await poller.poll())];
		expect(items.filter(({ event }) => event !== 'taskDeleted')).toEqual([]);
	});

	test('a small budget spreads the scan over several polls, and still finds each change once', async () => {
		const poller = await active({ options: { maxRequests: 2 } });
		const changed = [ids[3], ids[200], ids[440]] as string[];
		for (const id of changed) changeTask(sandbox, id, { title: 'Visit' });
		const deleted = [ids[10], ids[300]] as string[];
		for (const id of deleted) sandbox.state.tasks.delete(id);
		const items: IDataObject[] = [];
		for (let poll = 0; poll < 12; poll++) {
			sandbox.requests.length = 0;
			items.push(...(await poller.poll()));
			expect(sandbox.requests.length).toBeLessThanOrEqual(2);
		}
		expect(eventsOf(items)).toEqual(
			[...changed.map((id) => `taskUpdated ${id}`), ...deleted.map((id) => `taskDeleted ${id}`)].sort(),
		);
	});

	test('tasks that vanish by the hundred are asked for within the budget, over several polls', async () => {
		const poller = await active({ options: { maxRequests: 60 } });
		sandbox.state.removeContact(contactId);
		const items: IDataObject[] = [];
		for (let poll = 0; poll < 9; poll++) items.push(...(await poller.poll()));
		expect(eventsOf(items)).toEqual(ids.map((id) => `taskDeleted ${id}`).sort());
	});
});

test('task events that are chosen later, or with another scope, begin then', async () => {
	const open = addTask(sandbox, contactId).id;
	addTask(sandbox, contactId, { completed: true });
	const poller = await active({ events: ['contactUpdated'], taskScope: 'open' });
	expect(await poller.republish({ events: ['taskCreated', 'taskUpdated'] })).toEqual([]);
	expect(await poller.poll()).toEqual([]);
	expect(await poller.republish({ taskScope: 'all' })).toEqual([]);
	expect(await poller.poll()).toEqual([]);
	changeTask(sandbox, open, { title: 'Visit' });
	expect(eventsOf(await poller.poll())).toEqual([`taskUpdated ${open}`]);
});
