import type { IDataObject } from 'n8n-workflow';

import { KINDS } from '../../../../nodes/GoHighLevel/events/poll/kinds';
import { POLL_EVENTS } from '../../../../nodes/WiseAgent/events/poll/envelope';
import { byId, DEMO, startSandbox } from '../../../support/highLevel';
import { Poller } from '../../../support/running/runPolls';
import { storeContact } from '../../../support/sandboxRuns';
import { startWiseAgent } from '../../../support/wiseAgent';
import { addNote, addTask, changeTask } from '../../../workflows/highLevel/pollTrigger/records';
import { pollerOf } from '../../../workflows/wiseAgent/pollTrigger/polled';
import { pollHighLevel, pollWiseAgent } from '../../publicNames/polls';
import { faultsOf, keyOf } from './complete';

const OF_HIGHLEVEL = KINDS.flatMap(({ events }) => events).map(({ value }) => value);
const OF_WISE_AGENT = Object.keys(POLL_EVENTS);

/** Records that belong to no contact have none, and of a task of nobody, Wise Agent names none. */
const WITHOUT_CONTACT = ['recordCreated', 'recordUpdated'];

const inOrder = (texts: string[]) => [...new Set(texts)].sort();
const isAgain = ({ possibleRepeat }: IDataObject) => possibleRepeat === true;

describe('every event that is found by polling', () => {
	let items: IDataObject[];
	beforeAll(async () => {
		items = [...(await pollHighLevel('all')).items, ...(await pollWiseAgent()).items];
	});

	test('comes with a complete envelope, and with the record, the location and the contact in it', () => {
		expect(items.flatMap(faultsOf)).toEqual([]);
		const of = (system: string) =>
			items.filter((item) => item.system === system).map(({ event }) => String(event));
		expect(inOrder(of('HighLevel'))).toEqual(inOrder(OF_HIGHLEVEL));
		expect(inOrder(of('Wise Agent'))).toEqual(inOrder(OF_WISE_AGENT));
		expect(items.filter(({ recordId }) => recordId === null)).toEqual([]);
		const ofHighLevel = items.filter(({ system }) => system === 'HighLevel');
		expect(ofHighLevel.filter(({ locationId }) => locationId !== DEMO.locationId)).toEqual([]);
		expect(
			inOrder(ofHighLevel.filter(({ contactId }) => contactId === null).map(({ event }) => String(event))),
		).toEqual(WITHOUT_CONTACT);
	});

	test('has a key that no other event has, and the same one when n8n was killed and finds it again', () => {
		const first = items.filter((item) => !isAgain(item)).map(keyOf);
		const again = items.filter(isAgain).map(keyOf);
		expect(first).toHaveLength(new Set(first).size);
		expect(again.length).toBeGreaterThan(OF_HIGHLEVEL.length);
		expect(again.filter((key) => !first.includes(key))).toEqual([]);
	});
});

/** Changes each record there and back again, twice over. @returns the items of each round */
async function thereAndBack(
	poller: Poller,
	change: (isBack: boolean, round: number) => void,
): Promise<string[]> {
	await poller.activate();
	for (let round = 0; round < 4; round++) {
		change(round % 2 === 1, round);
		expect(await poller.poll()).not.toEqual([]);
	}
	return poller.items.map(keyOf);
}

test('HighLevel: a change that is undone and made again has another key each time', async () => {
	const sandbox = await startSandbox();
	const contactId = storeContact(sandbox, { tags: ['a'] });
	const { id: taskId } = addTask(sandbox, contactId);
	const note = addNote(sandbox, contactId, 'Hello', 60_000);
	const events = OF_HIGHLEVEL.filter((event) => /^(contact|note|tag|task)/.test(event));
	const keys = await thereAndBack(new Poller(sandbox, { parameters: { events } }), (isBack) => {
		sandbox.state.updateContact(contactId, { tags: isBack ? ['a'] : ['b'] });
		sandbox.state.notes.set(note.id, { ...note, body: isBack ? 'Hello' : 'Bye' });
		changeTask(sandbox, taskId, { title: isBack ? 'Call' : 'Visit', completed: !isBack });
	});
	// Contact, two tags and the note each time, the task updated each time and completed every other time.
	expect(keys.length).toBe(4 * 5 + 2);
	expect(new Set(keys).size).toBe(keys.length);
	await sandbox.close();
});

test('Wise Agent: a change that is undone and made again has another key each time', async () => {
	const sandbox = await startWiseAgent();
	const { ClientID } = sandbox.state.addContact({ City: 'Troy' });
	const task = sandbox.state.addTask({ Description: 'Call' });
	const keys = await thereAndBack(pollerOf(sandbox, { events: OF_WISE_AGENT }), (isBack, round) => {
		// Polls are a minute apart.
		const updatedAt = new Date(Date.now() + round * 60_000).toISOString();
		sandbox.state.updateContact(ClientID, { City: isBack ? 'Troy' : 'Rome', updatedAt });
		// Whatever time the task shows.
		sandbox.state.tasks.set(String(task.TaskID), { ...task, Description: isBack ? 'Call' : 'Visit' });
	});
	expect(keys.length).toBe(4 * 2);
	expect(new Set(keys).size).toBe(keys.length);
	await sandbox.close();
});

test('a test event of a poll trigger has a complete envelope too', async () => {
	const [sandbox, wiseAgent] = [await startSandbox(), await startWiseAgent()];
	const contactId = storeContact(sandbox, { tags: ['a'] });
	addNote(sandbox, contactId, 'Hello');
	addTask(sandbox, contactId, { completed: true });
	const schemaKey = byId(DEMO.objects.listings.key);
	const samples = await new Poller(sandbox, { parameters: { events: OF_HIGHLEVEL, schemaKey } }).test();
	wiseAgent.state.addContact({});
	wiseAgent.state.addTask({ completedAt: new Date().toISOString() });
	samples.push(...(await pollerOf(wiseAgent, { events: OF_WISE_AGENT }).test()));
	expect(samples.flatMap(faultsOf)).toEqual([]);
	expect(samples.filter(({ recordId }) => recordId === null)).toEqual([]);
	const shown = samples.map(({ system, event }) => `${String(system)} ${String(event)}`);
	expect(inOrder(shown).length).toBeGreaterThan(OF_WISE_AGENT.length + 8);
	await Promise.all([sandbox.close(), wiseAgent.close()]);
});
