import type { IDataObject } from 'n8n-workflow';

import type { WiseAgentSandbox } from '../../../../sandbox/wiseAgent';
import type { Poller } from '../../../support/running/runPolls';
import { startWiseAgent } from '../../../support/wiseAgent';
import { eventsOf, pollerOf } from './polled';

const ALL = ['taskCompleted', 'taskCreated', 'taskDeleted', 'taskUpdated'];

let sandbox: WiseAgentSandbox;
beforeEach(async () => (sandbox = await startWiseAgent()));
afterEach(async () => await sandbox.close());

async function active(parameters: IDataObject = { events: ALL }): Promise<Poller> {
	const poller = pollerOf(sandbox, { ...parameters });
	await poller.activate();
	sandbox.requests.length = 0;
	return poller;
}

type Task = ReturnType<WiseAgentSandbox['state']['addTask']>;

/** Changes a task as a person does it. */
function change(id: number, changes: Partial<Task>): void {
	const task = sandbox.state.tasks.get(String(id)) as Task;
	sandbox.state.tasks.set(String(id), { ...task, modifiedAt: new Date().toISOString(), ...changes });
}

function addTasks(count: number): number[] {
	return Array.from(
		{ length: count },
		(_, place) => sandbox.state.addTask({ Description: `Task ${place}` }).TaskID,
	);
}

/** Calls `act` when the sandbox gets its n-th request from now on. */
function atRequest(number: number, act: () => void): void {
	let count = 0;
	const push = sandbox.requests.push.bind(sandbox.requests);
	sandbox.requests.push = (...requests) => {
		count += requests.length;
		if (count === number) act();
		return push(...requests);
	};
}

describe('what comes out', () => {
	test('a task that is a copy comes with its reference, and its description without it', async () => {
		const poller = await active();
		const { TaskID } = sandbox.state.addTask({ Description: 'Call Ann [HL otg8dTqqGl2rLGFVKHIn]' });
		const text = 'HighLevel task otg8dTqqGl2rLGFVKHIn';
		const reference = { text, system: 'HighLevel', kind: 'task', id: 'otg8dTqqGl2rLGFVKHIn' };
		expect(await poller.poll()).toMatchObject([
			{ event: 'taskCreated', TaskID, Description: 'Call Ann', reference },
		]);
	});

	test('a new task, a changed one, one that is done and one that is gone', async () => {
		const [changed = 0, done = 0, gone = 0, same = 0] = addTasks(4);
		const poller = await active();
		expect(await poller.poll()).toEqual([]);
		const created = sandbox.state.addTask({ Description: 'Call Ann', dueOn: '2026-12-01' }).TaskID;
		change(changed, { Description: 'Call Ben' });
		change(done, { completedAt: '2026-11-22T10:00:00.000Z' });
		sandbox.state.tasks.delete(String(gone));

		const items = await poller.poll();
		expect(eventsOf(items).sort()).toEqual([
			`taskCompleted ${done}`,
			`taskCreated ${created}`,
			`taskDeleted ${gone}`,
			`taskUpdated ${changed}`,
		]);
		expect(items.find(({ TaskID }) => TaskID === created)).toMatchObject({
			Description: 'Call Ann',
			TaskDue: '2026-12-01',
			Completed: false,
			CompletedDate: null,
			ContactID: null,
		});
		expect(items.find(({ TaskID }) => TaskID === gone)).toEqual({
			...{ system: 'Wise Agent', event: 'taskDeleted', eventKey: `Wise Agent:taskDeleted:${gone}` },
			...{ locationId: null, recordId: String(gone), contactId: null, at: null },
			TaskID: gone,
			Completed: false,
		});
		expect(eventsOf(items).join()).not.toContain(String(same));
		expect(await poller.poll()).toEqual([]);
	});

	test('a task that is opened again is updated; one that is done with a new text is both', async () => {
		const [opened = 0, both = 0] = addTasks(2);
		change(opened, { completedAt: '2026-11-22T10:00:00.000Z' });
		const poller = await active();
		change(opened, { completedAt: null });
		change(both, { completedAt: '2026-11-22T10:00:00.000Z', Description: 'Other' });
		expect(eventsOf(await poller.poll()).sort()).toEqual([
			`taskCompleted ${both}`,
			`taskUpdated ${opened}`,
			`taskUpdated ${both}`,
		]);
	});

	test('a change that Wise Agent does not show, such as of the note, is told by its time', async () => {
		const [id = 0] = addTasks(1);
		const poller = await active();
		change(id, { TaskNote: 'Bring the keys', modifiedAt: '2030-01-01T00:00:00.000Z' });
		expect(eventsOf(await poller.poll())).toEqual([`taskUpdated ${id}`]);
	});

	test('a change that carries the same time as the one before', async () => {
		const [id = 0] = addTasks(1);
		const poller = await active();
		const modifiedAt = '2030-01-01T00:00:00.000Z';
		change(id, { Description: 'One', modifiedAt });
		expect(await poller.poll()).toHaveLength(1);
		change(id, { Description: 'Two', modifiedAt });
		expect(await poller.poll()).toEqual([expect.objectContaining({ Description: 'Two' })]);
	});

	test('only tasks of the chosen member of the team, deleted ones included', async () => {
		const filters = { InsideTeamId: { __rl: true, mode: 'id', value: '98' } };
		const own = sandbox.state.addTask({ InsideTeamId: 98 }).TaskID;
		const other = sandbox.state.addTask({ InsideTeamId: 97 }).TaskID;
		const poller = await active({ events: ALL, filters });
		for (const id of [own, other]) change(id, { Description: 'Changed' });
		expect(eventsOf(await poller.poll())).toEqual([`taskUpdated ${own}`]);
		for (const id of [own, other]) sandbox.state.tasks.delete(String(id));
		expect(eventsOf(await poller.poll())).toEqual([`taskDeleted ${own}`]);
	});

	test('what has happened since a date comes with the first poll, by the times that Wise Agent shows', async () => {
		const before = '2026-03-01T06:59:59.000Z';
		const since = '2026-03-01T07:00:00.000Z';
		const add = (task: Partial<Task>) => sandbox.state.addTask({ createdAt: before, ...task }).TaskID;
		add({ modifiedAt: before });
		const created = add({ createdAt: since, modifiedAt: since });
		const updated = add({ modifiedAt: since });
		const completed = add({ modifiedAt: since, completedAt: since });
		// Midnight in Arizona.
		const parameters = { events: ALL, startFrom: 'date', startDate: '2026-03-01T00:00:00-07:00' };
		const poller = pollerOf(sandbox, parameters);
		expect(eventsOf(await poller.activate())).toEqual([
			`taskCreated ${created}`,
			`taskUpdated ${updated}`,
			`taskCompleted ${completed}`,
		]);
		expect(await poller.poll()).toEqual([]);
	});
});

describe('many tasks', () => {
	test('changes on every page, each once', async () => {
		const ids = addTasks(350);
		const poller = await active();
		for (const id of ids) change(id, { Priority: 3 });
		expect(eventsOf(await poller.poll())).toEqual(ids.map((id) => `taskUpdated ${id}`));
		expect(await poller.poll()).toEqual([]);
	});

	test('a task that slips to a page that was read already is neither deleted nor new', async () => {
		const ids = addTasks(350);
		const poller = await active();
		atRequest(2, () => sandbox.state.tasks.delete(String(ids[0])));
		expect(await poller.poll()).toEqual([]);
		expect(sandbox.requests.length).toBeGreaterThan(4);
		// It was still there when its page was read.
		expect(eventsOf(await poller.poll())).toEqual([`taskDeleted ${ids[0]}`]);
		expect(await poller.poll()).toEqual([]);
	});

	test('tasks that keep slipping are not taken for deleted, and what is deleted is told later', async () => {
		const ids = addTasks(350);
		const poller = await active();
		let deleted = 0;
		const push = sandbox.requests.push.bind(sandbox.requests);
		sandbox.requests.push = (...requests) => {
			if (deleted < 20) sandbox.state.tasks.delete(String(ids[deleted++]));
			return push(...requests);
		};
		const items = [];
		for (let polls = 0; polls < 8; polls++) items.push(...(await poller.poll()));
		expect(eventsOf(items).sort()).toEqual(ids.slice(0, 20).map((id) => `taskDeleted ${id}`));
	});

	test('a task that slips while the very first reading is under way is not new later', async () => {
		const ids = addTasks(350);
		const poller = pollerOf(sandbox, { events: ALL });
		atRequest(2, () => sandbox.state.tasks.delete(String(ids[0])));
		await poller.activate();
		const items = [...(await poller.poll()), ...(await poller.poll())];
		expect(eventsOf(items).filter((event) => event !== `taskDeleted ${ids[0]}`)).toEqual([]);
	});

	describe('when there is no time to read all pages', () => {
		async function withoutTime(
			ids: number[],
			act: () => void,
		): Promise<{ poller: Poller; hurry(): void; rest(): void }> {
			let budgetMs = 60_000;
			const poller = pollerOf(sandbox, { events: ALL }, { pollBudgetMs: () => budgetMs });
			await poller.activate();
			expect(ids.length).toBeGreaterThan(300);
			act();
			return { poller, hurry: () => (budgetMs = 0), rest: () => (budgetMs = 60_000) };
		}

		test('each poll goes on where the one before had to stop, and tells no deletion', async () => {
			const ids = addTasks(350);
			const changed = [ids[0], ids[150], ids[349]] as number[];
			const { poller, hurry } = await withoutTime(ids, () => {
				for (const id of changed) change(id, { Priority: 3 });
			});
			hurry();
			const items = [];
			for (let polls = 0; polls < 4; polls++) items.push(await poller.poll());
			expect(items.map(eventsOf)).toEqual([
				[`taskUpdated ${changed[0]}`],
				[`taskUpdated ${changed[1]}`],
				[],
				[`taskUpdated ${changed[2]}`],
			]);
		});

		test('what is gone is told when there is time again', async () => {
			const ids = addTasks(350);
			const { poller, hurry, rest } = await withoutTime(ids, () => {
				sandbox.state.tasks.delete(String(ids[300]));
			});
			hurry();
			for (let polls = 0; polls < 3; polls++) expect(await poller.poll()).toEqual([]);
			rest();
			const items = [...(await poller.poll()), ...(await poller.poll())];
			expect(eventsOf(items)).toEqual([`taskDeleted ${ids[300]}`]);
		});

		test('the very first reading fails and says so, instead of never beginning', async () => {
			addTasks(350);
			const poller = pollerOf(sandbox, { events: ALL }, { pollBudgetMs: () => 0 });
			await expect(poller.activate()).rejects.toThrow('no time to read all tasks');
		});
	});

	test('a poll costs one request for each 100 tasks', async () => {
		addTasks(750);
		const poller = await active();
		await poller.poll();
		const pages = sandbox.requests.map(({ query }) => Number(query.page)).sort();
		expect(pages).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
	});

	test('a task takes less than 20 bytes to remember', async () => {
		const poller = await active();
		addTasks(1000);
		await poller.poll();
		await poller.poll();
		expect(poller.stateBytes).toBeLessThan(20_000);
	});
});
