import type { IDataObject } from 'n8n-workflow';

import { ENVELOPE_FIELDS } from '../../../../nodes/core/events/envelope';
import type { WiseAgentSandbox } from '../../../../sandbox/wiseAgent';
import { connectWiseAgent, startWiseAgent } from '../../../support/wiseAgent';
import { eventsOf, pollerOf } from './polled';

const ALL = [
	'contactCreated',
	'contactUpdated',
	'taskCompleted',
	'taskCreated',
	'taskDeleted',
	'taskUpdated',
];

let sandbox: WiseAgentSandbox;
beforeEach(async () => (sandbox = await startWiseAgent()));
afterEach(async () => await sandbox.close());

interface Told {
	message: string;
	description: string;
}

async function refusal(work: Promise<unknown>): Promise<Told> {
	return await work.then(
		() => {
			throw new Error('It succeeded, which this test forbids');
		},
		(error: Told) => error,
	);
}

describe('a test run', () => {
	test('gives some of the latest records of each event, and changes nothing that is remembered', async () => {
		const days = [1, 2, 3, 4].map((day) => `2026-03-0${day}T12:00:00.000Z`);
		const contacts = days.map((updatedAt) => sandbox.state.addContact({ updatedAt }).ClientID);
		const tasks = days.map((at, place) => {
			const completedAt = place === 1 ? at : null;
			return sandbox.state.addTask({ createdAt: at, modifiedAt: at, completedAt }).TaskID;
		});
		const poller = pollerOf(sandbox, { events: ALL });
		await poller.activate();
		const items = await poller.test();
		const latest = (event: string, ids: number[]) =>
			ids
				.slice(1)
				.reverse()
				.map((id) => `${event} ${id}`);
		expect(eventsOf(items)).toEqual([
			...latest('contactCreated', contacts),
			...latest('contactUpdated', contacts),
			`taskCompleted ${tasks[1]}`,
			...latest('taskCreated', tasks),
			...latest('taskDeleted', tasks),
			...latest('taskUpdated', tasks),
		]);
		const deleted = items.filter(({ event }) => event === 'taskDeleted');
		expect(Object.keys(deleted[0] ?? {})).toEqual([...ENVELOPE_FIELDS, 'TaskID', 'Completed']);
		expect(await poller.poll()).toEqual([]);
	});

	test('keeps to the filters', async () => {
		sandbox.state.addContact({ Source: 'Redfin' });
		const { ClientID } = sandbox.state.addContact({ Source: 'Zillow' });
		const poller = pollerOf(sandbox, { events: ['contactUpdated'], filters: { sources: ['Zillow'] } });
		expect(eventsOf(await poller.test())).toEqual([`contactUpdated ${ClientID}`]);
	});

	test('says what to do when there is nothing to show', async () => {
		const told = await refusal(pollerOf(sandbox, { events: ['taskCreated', 'contactCreated'] }).test());
		expect(told.message).toContain('no record yet');
		expect(told.description).toMatch(
			/no contact .*Create or change a contact.*no task .*activate the workflow/,
		);
		sandbox.state.addTask({});
		const [first] = await pollerOf(sandbox, { events: ['taskCreated', 'contactCreated'] }).test();
		expect(first).toMatchObject({
			event: 'taskCreated',
			noSample: [expect.stringMatching(/^Contact Created: .*no contact/)],
		});
	});
});

describe('settings that cannot work', () => {
	test.each<[string, IDataObject, string]>([
		['no event', { events: [] }, 'No event is chosen'],
		['no date to begin with', { events: ALL, startFrom: 'date', startDate: '' }, '"Start Date" is empty'],
		['a date that is none', { events: ALL, startFrom: 'date', startDate: 'soon' }, 'Start Date'],
		['too short a lag', { events: ALL, options: { searchLagSeconds: 5 } }, '"Search Lag"'],
	])('%s', async (_, parameters, text) => {
		const { message } = await refusal(pollerOf(sandbox, parameters).activate());
		expect(message).toContain(text);
	});

	test.each([
		['contactCreated', ['team'], 'contacts'],
		['taskCreated', ['contacts'], 'team'],
	])('a connection without the scope for %s', async (event, scopes, missing) => {
		const wiseAgent = connectWiseAgent(sandbox, { scopes });
		const { description } = await refusal(pollerOf(sandbox, { events: [event] }, { wiseAgent }).activate());
		expect(description).toContain(`lacks the scope ${missing}`);
	});

	test('an address that is not Wise Agent', async () => {
		const poller = pollerOf(sandbox, { events: ALL }, { baseUrl: 'nonsense' });
		const { message } = await refusal(poller.activate());
		expect(message).toContain('Base URL');
	});
});

test('contacts alone ask for no tasks, and tasks alone for no contacts', async () => {
	for (const [event, requestType] of [
		['contactUpdated', 'getContacts'],
		['taskUpdated', 'tasks'],
	] as const) {
		sandbox.requests.length = 0;
		const poller = pollerOf(sandbox, { events: [event] });
		await poller.activate();
		await poller.poll();
		expect(new Set(sandbox.requests.map((request) => request.requestType))).toEqual(new Set([requestType]));
	}
});
