import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { seededRandom } from '../../../support/fakeClock';
import { byId, DEMO, startSandbox } from '../../../support/highLevel';
import { Killed, Poller } from '../../../support/running/runPolls';
import { storeContact } from '../../../support/sandboxRuns';
import { addOpportunity } from '../opportunity/records';
import { addListing, addNote, addTask, changeTask, eventsOf } from './records';

/** Of records that do not belong to a contact's own polling. */
const FURTHER = [
	'appointmentCancelled',
	'appointmentCreated',
	'noteUpdated',
	'opportunityCreated',
	'opportunityStageUpdated',
	'recordCreated',
	'recordUpdated',
];

const EVERY_KIND = [
	'contactCreated',
	'contactUpdated',
	'noteCreated',
	'tagAdded',
	'tagRemoved',
	'taskCompleted',
	'taskCreated',
	'taskDeleted',
	'taskUpdated',
	...FURTHER,
];

let sandbox: HighLevelSandbox;
let contactId: string;
beforeEach(async () => {
	sandbox = await startSandbox();
	sandbox.state.tasks.clear();
	contactId = storeContact(sandbox, { tags: ['a'] });
	const dateAdded = new Date(Date.now() - 3_600_000).toISOString();
	before = {
		opportunity: addOpportunity(sandbox, { contactId }).id,
		listing: addListing(sandbox, { name: 'Flat' }),
		appointment: sandbox.state.addAppointment({
			...{ contactId, startTime: tomorrow(), dateAdded, dateUpdated: dateAdded },
		}).id,
		note: addNote(sandbox, contactId, 'Old', 3_600_000).id,
	};
});

function tomorrow(): string {
	return new Date(Date.now() + 86_400_000).toISOString();
}

/** Something of each further kind happens. @returns the events */
function furtherEvents(): string[] {
	const { state } = sandbox;
	const at = state.clock.nextIso();
	const opportunity = addOpportunity(sandbox, { contactId, createdAt: at }).id;
	const place = { pipelineStageId: DEMO.pipelineStages.offer, lastStageChangeAt: at, updatedAt: at };
	state.change('opportunities', before.opportunity, place);
	const listing = addListing(sandbox, { name: 'House' });
	state.change('objectRecords', before.listing, { properties: { name: 'Villa' } });
	const appointment = state.addAppointment({ contactId, startTime: tomorrow() }).id;
	const booked = state.appointments.get(before.appointment);
	if (booked) {
		const changes = { appointmentStatus: 'cancelled', dateUpdated: at } as const;
		state.appointments.set(booked.id, { ...booked, ...changes });
	}
	const note = state.notes.get(before.note);
	if (note) state.notes.set(note.id, { ...note, body: 'Changed' });
	return [
		`appointmentCancelled ${before.appointment}`,
		`appointmentCreated ${appointment}`,
		`noteUpdated ${before.note}`,
		`opportunityCreated ${opportunity}`,
		`opportunityStageUpdated ${before.opportunity}`,
		`recordCreated ${listing}`,
		`recordUpdated ${before.listing}`,
	];
}
afterEach(async () => await sandbox.close());

/** One of each further kind, made before the trigger begins. */
let before: { opportunity: string; listing: string; appointment: string; note: string };

async function active(durable = false, events = EVERY_KIND): Promise<Poller> {
	const poller = new Poller(sandbox, {
		durable,
		parameters: { events, simplify: false, schemaKey: byId(DEMO.objects.listings.key) },
	});
	await poller.activate();
	if (durable) await poller.poll();
	return poller;
}

/** Something of every kind happens. @returns the events */
function everything(tasks: { done: string; changed: string; deleted: string }): string[] {
	const added = storeContact(sandbox);
	sandbox.state.updateContact(contactId, { tags: ['b'] });
	const note = addNote(sandbox, contactId, 'Hello');
	changeTask(sandbox, tasks.done, { completed: true });
	changeTask(sandbox, tasks.changed, { title: 'Visit' });
	sandbox.state.tasks.delete(tasks.deleted);
	const task = addTask(sandbox, contactId);
	return [
		...furtherEvents(),
		`contactCreated ${added}`,
		`contactUpdated ${contactId}`,
		`noteCreated ${note.id}`,
		`tagAdded ${contactId}`,
		`tagRemoved ${contactId}`,
		`taskCompleted ${tasks.done}`,
		`taskCreated ${task.id}`,
		`taskDeleted ${tasks.deleted}`,
		`taskUpdated ${tasks.changed}`,
	].sort();
}

function threeTasks(): { done: string; changed: string; deleted: string } {
	const [done = '', changed = '', deleted = ''] = [1, 2, 3].map(() => addTask(sandbox, contactId).id);
	return { done, changed, deleted };
}

const areMarked = (items: IDataObject[]) => items.every(({ possibleRepeat }) => possibleRepeat === true);
const isMarked = ({ possibleRepeat }: IDataObject) => possibleRepeat === true;

describe('without durable cursors', () => {
	test.each([
		['before the execution has started', 'beforeStart'],
		['before what was remembered is saved', 'beforeSave'],
	] as const)('n8n is killed %s: everything comes again, and is marked', async (_, moment) => {
		const tasks = threeTasks();
		const poller = await active();
		const events = everything(tasks);
		poller.dieWhile(moment);
		await expect(poller.poll()).rejects.toThrow(Killed);

		const items = await poller.restart();
		expect(eventsOf(items)).toEqual(events);
		expect(areMarked(items)).toBe(true);
		expect(await poller.poll()).toEqual([]);
	});

	test('n8n is restarted at any other time: the last batch comes again, marked, and no earlier one', async () => {
		const tasks = threeTasks();
		const poller = await active();
		storeContact(sandbox);
		expect(await poller.poll()).toHaveLength(1);
		const events = everything(tasks);
		await poller.poll();
		expect(await poller.poll()).toEqual([]);

		const items = await poller.restart();
		expect(eventsOf(items)).toEqual(events);
		expect(areMarked(items)).toBe(true);
	});

	test('what has happened while n8n was down comes too', async () => {
		const poller = await active();
		const before = storeContact(sandbox);
		await poller.poll();
		const meanwhile = storeContact(sandbox);
		expect(eventsOf(await poller.restart())).toEqual(
			[`contactCreated ${before}`, `contactCreated ${meanwhile}`].sort(),
		);
	});

	test('later polls are not marked any more', async () => {
		const poller = await active();
		storeContact(sandbox);
		await poller.poll();
		await poller.restart();
		storeContact(sandbox);
		expect((await poller.poll()).some(isMarked)).toBe(false);
	});

	test('a batch that comes again after a restart comes again after the next one, until there is a later one', async () => {
		const poller = await active();
		const first = storeContact(sandbox);
		await poller.poll();
		poller.dieWhile('beforeStart');
		await expect(poller.restart()).rejects.toThrow(Killed);
		expect(eventsOf(await poller.restart())).toEqual([`contactCreated ${first}`]);
		const second = storeContact(sandbox);
		await poller.poll();
		expect(eventsOf(await poller.restart())).toEqual([`contactCreated ${second}`]);
	});

	test('a backlog that takes several polls is marked to its end', async () => {
		const poller = new Poller(sandbox, {
			parameters: { events: ['contactCreated'], options: { maxContacts: 100 } },
		});
		await poller.activate();
		for (let count = 0; count < 250; count++) storeContact(sandbox);
		const items = [await poller.restart(), await poller.poll(), await poller.poll()];
		expect(items.map(areMarked)).toEqual([true, true, true]);
		expect(items.flat()).toHaveLength(250);
		storeContact(sandbox);
		expect((await poller.poll()).some(isMarked)).toBe(false);
	});

	test('switching the workflow off and on in the same process repeats nothing', async () => {
		const poller = await active();
		storeContact(sandbox);
		await poller.poll();
		expect(await poller.activate()).toEqual([]);
		const id = storeContact(sandbox);
		const items = await poller.activate();
		expect(eventsOf(items)).toEqual([`contactCreated ${id}`]);
		expect(items.some(isMarked)).toBe(false);
	});

	test('a poll whose result n8n throws away is made good by the next one', async () => {
		const tasks = threeTasks();
		const poller = await active();
		storeContact(sandbox);
		await poller.poll();
		const events = everything(tasks);
		expect(eventsOf(await poller.pollInVain())).toEqual(events);

		const items = await poller.activate('update');
		expect(eventsOf(items)).toEqual(events);
		// Nobody can tell that they were thrown away.
		expect(areMarked(items)).toBe(true);
		storeContact(sandbox);
		expect((await poller.poll()).some(isMarked)).toBe(false);
	});

	test('when another node has made n8n save older static data, what comes again is marked', async () => {
		const poller = await active();
		storeContact(sandbox);
		await poller.poll();
		const older = poller.saved;
		const id = storeContact(sandbox);
		await poller.poll();
		poller.saved = older;
		const items = await poller.activate('update');
		expect(eventsOf(items)).toEqual([`contactCreated ${id}`]);
		expect(areMarked(items)).toBe(true);
	});

	test('what was there when events were chosen does not come after a restart', async () => {
		const poller = await active(false, ['taskCreated']);
		storeContact(sandbox);
		const { id } = addTask(sandbox, contactId);
		const events = ['contactCreated', 'contactUpdated', 'noteCreated', 'tagAdded', 'taskCreated'];
		expect(eventsOf(await poller.republish({ events }))).toEqual([`taskCreated ${id}`]);
		expect(eventsOf(await poller.restart())).toEqual([`taskCreated ${id}`]);
	});

	test('200 changes while n8n is killed 20 times: none is missing, and whatever comes again is marked', async () => {
		const contacts = sandbox.state.seedContacts(200).map(({ id }) => id);
		const poller = await active(false, ['contactUpdated']);
		const random = seededRandom(11);
		let kills = 0;
		for (let round = 0; round < 40; round++) {
			for (const id of contacts.slice(round * 5, round * 5 + 5)) {
				sandbox.state.updateContact(id, { city: `City ${round}` });
			}
			if (round % 2 === 0) poller.dieWhile(random() < 0.5 ? 'beforeSave' : 'beforeStart');
			await poller.poll().catch(async (error: unknown) => {
				if (!(error instanceof Killed)) throw error;
				kills += 1;
				await poller.restart();
			});
		}
		expect(kills).toBe(20);
		const seen = new Map<string, number>();
		const unmarkedRepeats = poller.items.filter((item) => {
			const count = (seen.get(String(item.id)) ?? 0) + 1;
			seen.set(String(item.id), count);
			return count > 1 && !isMarked(item);
		});
		expect(contacts.filter((id) => !seen.has(id))).toEqual([]);
		expect(unmarkedRepeats).toEqual([]);
		// The batch that was being handed over, and at most the one before it.
		expect(Math.max(...seen.values())).toBeLessThanOrEqual(3);
	}, 60_000);
});

describe('with durable cursors', () => {
	test('n8n is killed while it takes over a batch: all comes once, unmarked', async () => {
		const tasks = threeTasks();
		const poller = await active(true);
		const events = everything(tasks);
		poller.dieWhile('beforeStart');
		await expect(poller.poll()).rejects.toThrow(Killed);
		await poller.restart();
		await poller.poll();
		expect(eventsOf(poller.items)).toEqual(events);
		expect(poller.items.some(isMarked)).toBe(false);
	});

	test('a restart at any other time repeats nothing', async () => {
		const poller = await active(true);
		const first = storeContact(sandbox);
		await poller.poll();
		const second = storeContact(sandbox);
		await poller.restart();
		await poller.poll();
		expect(eventsOf(poller.items)).toEqual([`contactCreated ${first}`, `contactCreated ${second}`].sort());
		expect(poller.items.some(isMarked)).toBe(false);
	});

	test('what happens between the activation and the first scheduled poll is not lost', async () => {
		const poller = new Poller(sandbox, {
			durable: true,
			parameters: { events: EVERY_KIND, schemaKey: byId(DEMO.objects.listings.key) },
		});
		const tasks = threeTasks();
		await poller.activate();
		const events = everything(tasks);
		expect(eventsOf(await poller.poll())).toEqual(events);
		expect(await poller.poll()).toEqual([]);
	});

	test('what was remembered without them goes on with them', async () => {
		const poller = await active();
		const first = storeContact(sandbox);
		await poller.poll();
		poller.switchToDurable();
		const second = storeContact(sandbox);
		await poller.restart();
		expect(eventsOf(poller.items)).toEqual([`contactCreated ${first}`, `contactCreated ${second}`].sort());
	});
});
