import type { IDataObject } from 'n8n-workflow';

import { pace } from '../../../support/pace';
import type { WiseAgentFaultRule, WiseAgentSandbox } from '../../../../sandbox/wiseAgent';
import { detailsOf } from '../../../support/sandboxRuns';
import { byId, runWiseAgent, startWiseAgent, succeeds } from '../../../support/wiseAgent';
import { contactsOf, person, store } from '../contact/people';

// The rule is the same after shorter waits.
pace({ backoff: { firstMs: 5, maxMs: 20 }, looksMs: [0, 20] });

let sandbox: WiseAgentSandbox;
let contactId: string;
let seed = 0;
beforeEach(async () => {
	sandbox = await startWiseAgent({ seed: ++seed });
	contactId = store(sandbox, { CFirst: 'Zoë', CLast: 'Zimmer' });
});
afterEach(async () => await sandbox.close());

/** Ways in which nothing that can be read comes back. */
const LOSSES: Array<[string, WiseAgentFaultRule, carriedOut: boolean]> = [
	['the connection is closed after it was carried out', { kind: 'lostAnswer' }, true],
	['a server error comes after it was carried out', { kind: 'lostAnswer', status: 500 }, true],
	['only half of the answer comes', { kind: 'truncated' }, true],
	['the connection is closed before it is carried out', { kind: 'connectionReset' }, false],
	['a page of an error comes with status 200', { kind: 'htmlError', status: 200 }, false],
	['a page of a gateway comes', { kind: 'htmlError' }, false],
];

interface Creation {
	operation: string;
	requestType: string;
	parameters: () => IDataObject;
	/** How many there are. */
	count: () => number;
}

const CREATIONS: Creation[] = [
	{
		operation: 'contact.create',
		requestType: 'webcontact',
		parameters: () => person({ CEmail: 'ada@example.com', MobilePhone: '4805550142' }),
		count: () => sandbox.state.contacts.size - 1,
	},
	{
		operation: 'contact.upsert',
		requestType: 'webcontact',
		parameters: () => person({ MobilePhone: '4805550142' }, { City: 'Mesa' }),
		count: () => sandbox.state.contacts.size - 1,
	},
	{
		operation: 'note.create',
		requestType: 'addContactNote',
		parameters: () => ({ contactId: byId(contactId), note: 'Zoë said “yes”\r\n<b>& more</b>' }),
		count: () => sandbox.state.notes.size,
	},
	{
		operation: 'task.create',
		requestType: 'tasks',
		parameters: () => ({ Description: 'Call Zoë', TaskDue: '2027-03-01' }),
		count: () => sandbox.state.tasks.size,
	},
	{
		operation: 'call.create',
		requestType: 'calls',
		parameters: () => ({ contactId: byId(contactId), additionalFields: { Reason: 'Offer' } }),
		count: () => sandbox.state.calls.size,
	},
	{
		operation: 'calendar.create',
		requestType: 'addPlannerEvent',
		parameters: () => ({ eventName: 'Viewing', start: '2027-03-01T10:00:00' }),
		count: () => sandbox.state.plannerEvents.size,
	},
	{
		operation: 'contact.addAddress',
		requestType: 'addClientAddress',
		parameters: () => ({
			...{ contactId: byId(contactId), AddressNum: '1', Address: 'Main St' },
			additionalFields: { Zip: '85201' },
		}),
		count: () => sandbox.state.addresses.size,
	},
	{
		operation: 'contact.setCustomData',
		requestType: 'addClientCustom',
		parameters: () => ({ contactId: byId(contactId), Key: 'k', Value: 'v' }),
		count: () => sandbox.state.customData.size,
	},
	{
		operation: 'property.create',
		requestType: 'addProperty',
		parameters: () => ({ AddressNum: '1', Address: 'Main St' }),
		count: () => sandbox.state.properties.size,
	},
	{
		operation: 'property.addSearchProfile',
		requestType: 'addPropertySearchCriteria',
		parameters: () => ({ contactId: byId(contactId), additionalFields: { propCity: 'Mesa' } }),
		count: () => sandbox.state.searchCriteria.size,
	},
	{
		operation: 'category.create',
		requestType: 'addCategories',
		parameters: () => ({ names: 'New Lead, Prospect' }),
		count: () => [...sandbox.state.categories.values()].filter(({ id }) => id >= 10_858).length / 2,
	},
];

describe.each(LOSSES)('when %s', (_, fault) => {
	test.each(CREATIONS)('$operation creates one, and puts it out', async (creation) => {
		const { operation, requestType, parameters, count } = creation;
		sandbox.faults.add({ ...fault, method: 'POST', requestType, times: 1 });
		const items = await succeeds(sandbox, operation, { parameters: parameters() });

		expect(items.length).toBeGreaterThan(0);
		expect(count()).toBe(1);
	});
});

test.each(CREATIONS.filter(({ operation }) => /note|task|call|calendar/.test(operation)))(
	'20 alike by $operation, every third answer lost: 20, each with an id of its own',
	async ({ operation, requestType, parameters, count }) => {
		sandbox.faults.add({ kind: 'lostAnswer', method: 'POST', requestType, probability: 0.3 });
		const created = await succeeds(sandbox, operation, {
			items: Array.from({ length: 20 }, () => ({})),
			parameters: parameters(),
		});

		expect(count()).toBe(20);
		const ids = created.map(
			({ NoteID, TaskID, CallId, PlannerID }) => NoteID ?? TaskID ?? CallId ?? PlannerID,
		);
		expect(new Set(ids).size).toBe(20);
	},
);

test('of a note for several contacts whose answer is lost, each gets one', async () => {
	const others = [store(sandbox, {}), store(sandbox, {})];
	sandbox.faults.add({ kind: 'lostAnswer', requestType: 'addContactNote', times: 1 });
	const created = await succeeds(sandbox, 'note.create', {
		parameters: { contactId: byId(contactId), note: 'Hello', additionalFields: { clientids: others.join() } },
	});

	expect(created).toHaveLength(3);
	expect([contactId, ...others].map((id) => sandbox.state.notes.inGroup(id).length)).toEqual([1, 1, 1]);
});

test('two executions at once, answers lost in both, do not take each other for their own', async () => {
	sandbox.faults.add({ kind: 'lostAnswer', method: 'POST', requestType: 'tasks', probability: 0.3 });
	const run = async () =>
		await succeeds(sandbox, 'task.create', {
			items: Array.from({ length: 8 }, () => ({})),
			parameters: { Description: 'Call back' },
		});
	const [left, right] = await Promise.all([run(), run()]);

	expect(sandbox.state.tasks.size).toBe(16);
	expect(new Set([...left, ...right].map(({ TaskID }) => TaskID)).size).toBe(16);
});

test.each<[string, string, () => IDataObject]>([
	[
		'program.addContact',
		'addClientsToMarketingProgram',
		() => ({ contactId: byId(contactId), programID: byId('234') }),
	],
])('%s, which may send messages, is not done twice', async (operation, requestType, parameters) => {
	sandbox.faults.add({ kind: 'lostAnswer', requestType });
	const run = await runWiseAgent(sandbox, operation, { parameters: parameters() });

	expect(run.error?.message).toBe(
		"Wise Agent's answer was lost (the connection was closed): the change may have happened",
	);
	expect(detailsOf(run).mayHaveHappened).toBe(true);
	expect(sandbox.requests.filter((request) => request.requestType === requestType)).toHaveLength(1);
});

test('where the looking fails as well, the item ends with "may have happened" and is not sent twice', async () => {
	sandbox.faults.add({ kind: 'lostAnswer', requestType: 'addContactNote' });
	sandbox.faults.add({ kind: 'refused', requestType: 'getContactNotes' });
	const run = await runWiseAgent(sandbox, 'note.create', {
		parameters: { contactId: byId(contactId), note: 'Hello' },
	});

	expect(run.error?.message).toContain('the change may have happened');
	expect(sandbox.state.notes.size).toBe(1);
});

test('a delete whose answer was lost is done, and one that never was there is not', async () => {
	const { TaskID } = sandbox.state.addTask({});
	sandbox.faults.add({ kind: 'lostAnswer', method: 'DELETE', times: 1 });
	const parameters = { taskId: byId(String(TaskID)) };
	expect(await succeeds(sandbox, 'task.delete', { parameters })).toEqual([{ deleted: true }]);

	const run = await runWiseAgent(sandbox, 'task.delete', { parameters });
	expect(run.error?.message).toContain('TaskID was not found');
});

test('an update whose answer was lost is written once more, which changes nothing', async () => {
	sandbox.faults.add({ kind: 'lostAnswer', requestType: 'updateContact', times: 2 });
	const [contact] = await succeeds(sandbox, 'contact.update', {
		parameters: { contactId: byId(contactId), updateFields: { City: 'Mesa' } },
	});

	expect(contact).toMatchObject({ outcome: 'updated', City: 'Mesa' });
	expect(contactsOf(sandbox)).toMatchObject([{ City: 'Mesa' }]);
});

test('500 people, every third answer to a write and every tenth to a read lost: 500 contacts', async () => {
	sandbox.faults.add({ kind: 'lostAnswer', method: 'POST', probability: 0.3 });
	// A read is given up after six attempts: of every fifth lost, one of a thousand reads would be, once in 15 runs.
	sandbox.faults.add({ kind: 'lostAnswer', method: 'GET', probability: 0.1 });
	const items = Array.from({ length: 500 }, (_, index) => ({ email: `person${index}@example.com` }));
	const contacts = await succeeds(sandbox, 'contact.upsert', {
		items,
		parameters: person({ CEmail: '={{ $json.email }}' }),
	});

	expect(contacts).toHaveLength(500);
	expect(sandbox.state.contacts.size).toBe(501);
}, 120_000);
