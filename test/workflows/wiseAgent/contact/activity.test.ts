import type { IDataObject } from 'n8n-workflow';

import type { WiseAgentSandbox } from '../../../../sandbox/wiseAgent';
import { SCOPES } from '../../../../sandbox/wiseAgent';
import { pace } from '../../../support/pace';
import type { WiseAgentRun } from '../../../support/wiseAgent';
import {
	byId,
	connectWiseAgent,
	fails,
	requestsOfType,
	startWiseAgent,
	succeeds,
} from '../../../support/wiseAgent';
import { addActivity, addPerson } from '../../../support/wiseAgentPerson';

// The rule is the same after shorter waits.
pace({ backoff: { firstMs: 1, maxMs: 5 }, looksMs: [0] });

let sandbox: WiseAgentSandbox;
let contactId: string;
beforeAll(async () => (sandbox = await startWiseAgent()));
beforeEach(() => {
	sandbox.reset();
	contactId = addPerson(sandbox);
	addActivity(sandbox, contactId);
});
afterEach(() => sandbox.configure({ missingScopeStatus: 403 }));
afterAll(async () => await sandbox.close());

const of2026 = { appointmentsFrom: '2026-01-01', appointmentsUntil: '2026-12-31' };

const run = (more: IDataObject = {}, options: WiseAgentRun = {}) => ({
	...options,
	parameters: {
		contactId: byId(contactId),
		kinds: ['appointment', 'call', 'note', 'task'],
		returnAll: true,
		options: of2026,
		...more,
	},
});

const read = async (more: IDataObject = {}, options: WiseAgentRun = {}) =>
	await succeeds(sandbox, 'contact.getActivity', run(more, options));

const typesAsked = () => [...new Set(requestsOfType(sandbox).map(({ requestType }) => requestType))].sort();

const kindsOf = (entries: IDataObject[]) => entries.map(({ kind }) => kind);

test('everything that belongs to the contact is one list, the newest first, and nothing of others', async () => {
	expect(await read()).toMatchObject([
		{
			...{ kind: 'task', at: '2026-03-04T10:30:00-07:00', title: 'Call back', text: null },
			...{ status: 'completed', record: { ContactID: Number(contactId), TaskDue: '2026-03-05' } },
		},
		{
			...{ kind: 'call', at: '2026-03-03T10:30:00-07:00', title: 'Phone', text: 'Offer' },
			...{ status: 'open', record: { ClientId: Number(contactId), Reason: 'Offer' } },
		},
		{
			...{ kind: 'appointment', at: '2026-03-02T10:00:00-07:00', title: 'Viewing at E Shea Blvd' },
			...{ text: 'Bring the keys', status: 'open', record: { Attendees: `V7,C${contactId}` } },
		},
		{
			...{ kind: 'note', at: '2026-03-01T10:30:00-07:00', title: 'Viewing', text: 'Wants a garden' },
			...{ status: null, record: { Note: '<p>Wants a garden</p>' } },
		},
	]);
});

test('each entry has the ID of its record, and Raw Output changes nothing but the record', async () => {
	const clean = await read();
	expect(clean.map(({ id, record }) => [id, record])).toEqual(
		clean.map(({ record }) => {
			const own = record as IDataObject;
			return [String(own.TaskID ?? own.CallId ?? own.PlannerID ?? own.NoteID), own];
		}),
	);
	const raw = await read({ options: { ...of2026, rawOutput: true } });
	expect(raw.map(({ record: _, ...entry }) => entry)).toEqual(clean.map(({ record: _, ...entry }) => entry));
	expect(raw[3]?.record).toMatchObject({ NoteDate: '3/1/2026 10:30:00 AM' });
});

test('an open task is at the day when it is due, and without one at the time when it was made', async () => {
	const { tasks } = sandbox.state;
	for (const [key, task] of [...tasks]) tasks.set(key, { ...task, completedAt: null });
	const [due] = await read({ kinds: ['task'] });
	expect(due).toMatchObject({ at: '2026-03-05', status: 'open' });
	for (const [key, task] of [...tasks]) tasks.set(key, { ...task, dueOn: null });
	const [made] = await read({ kinds: ['task'] });
	expect(made).toMatchObject({ at: '2026-03-01T10:30:00-07:00' });
});

test('a limit keeps the newest of all kinds, also where there are several pages of one', async () => {
	for (let place = 0; place < 130; place++) {
		const notedAt = new Date(Date.parse('2026-04-01T12:00:00Z') + place * 60_000).toISOString();
		sandbox.state.addNote({ owner: contactId, Note: `Note ${place}`, notedAt });
	}
	const newest = await read({ returnAll: false, limit: 3 });
	expect(newest.map(({ text }) => text)).toEqual(['Note 129', 'Note 128', 'Note 127']);
	expect(await read()).toHaveLength(134);
});

test('only what is chosen is asked for', async () => {
	expect(kindsOf(await read({ kinds: ['note', 'call'] }))).toEqual(['call', 'note']);
	expect(typesAsked()).toEqual(['calls', 'getContactNotes', 'getSingleContact']);
	const { message } = await fails(sandbox, 'contact.getActivity', run({ kinds: '={{ [] }}' }));
	expect(message).toBe('No kind is chosen');
});

describe('appointments', () => {
	const appointments = async (options: IDataObject) => await read({ kinds: ['appointment'], options });

	test('are those of the span, in the time zone of the workflow', async () => {
		expect(await appointments({ ...of2026, appointmentsUntil: '2026-03-02T16:00:00Z' })).toEqual([]);
		const options = { appointmentsFrom: '2026-03-02T12:00:00', appointmentsUntil: '2026-03-02T12:00:00' };
		const timezone = 'America/New_York';
		expect(await read({ kinds: ['appointment'], options }, { timezone })).toHaveLength(1);
	});

	test('are those of a year before and after now unless told', async () => {
		const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
		for (const [PlannerID, days] of [
			[1, -364],
			[2, 364],
			[3, 366],
		] as const) {
			sandbox.state.plannerEvents.set(String(PlannerID), {
				...{ PlannerID, Subject: `${days}`, Memo: null, location: '', InsideTeamID: 0 },
				...{ startsAt: day(days), endsAt: day(days), AllDayEvent: false, Completed: false },
				Attendees: `C${contactId}`,
			});
		}
		const found = (await appointments({})).map(({ title }) => title);
		expect(found).toEqual(expect.arrayContaining(['364', '-364']));
		expect(found).not.toContain('366');
	});

	test('of a contact whose ID begins like another one are its own', async () => {
		for (const [key, event] of [...sandbox.state.plannerEvents]) {
			sandbox.state.plannerEvents.set(key, { ...event, Attendees: `C${contactId}9, V${contactId}` });
		}
		expect(await appointments(of2026)).toEqual([]);
	});

	test('until before they begin is refused before anything is sent', async () => {
		const options = { appointmentsFrom: '2026-03-02', appointmentsUntil: '2026-03-01' };
		const { message } = await fails(sandbox, 'contact.getActivity', run({ options }));
		expect(message).toBe('"Appointments Until" lies before "Appointments From"');
		expect(requestsOfType(sandbox)).toEqual([]);
	});
});

describe.each([200, 401, 403] as const)('without some of the scopes, answered with %d', (status) => {
	const without = (...missing: string[]) =>
		connectWiseAgent(sandbox, { scopes: SCOPES.filter((scope) => !missing.includes(scope)) });

	test('the list says first what it lacks, and which scope; the rest is there', async () => {
		sandbox.configure({ missingScopeStatus: status });
		const entries = await read({ returnAll: false, limit: 1 }, { connection: without('team', 'calendar') });
		expect(kindsOf(entries)).toEqual(['notRead', 'notRead', 'call']);
		expect(entries.map(({ title }) => title)).toEqual([
			'The appointments were not read',
			'The tasks were not read',
			'Phone',
		]);
		expect(entries[0]?.text).toContain('lacks the scope calendar');
		expect(entries[1]?.text).toContain('lacks the scope team');
		expect(entries[1]?.record).toEqual({ kind: 'task' });
	});

	test('that of the contact itself is an error', async () => {
		sandbox.configure({ missingScopeStatus: status });
		const { description } = await fails(
			sandbox,
			'contact.getActivity',
			run({}, { connection: without('contacts') }),
		);
		expect(description).toContain('lacks the scope contacts');
	});
});

test('what fails for another reason than access is an error, and no list that lacks something', async () => {
	sandbox.faults.add({ kind: 'serverError', requestType: 'getCalendar' });
	const { message } = await fails(sandbox, 'contact.getActivity', run());
	expect(message).toMatch(/did not answer/);
});

test('a contact that is not there is named', async () => {
	const { message } = await fails(sandbox, 'contact.getActivity', run({ contactId: byId('4711') }));
	expect(message).toBe('Contact 4711 was not found');
});

test('entries without a readable time come last', async () => {
	const { calls } = sandbox.state;
	for (const [key, call] of [...calls])
		calls.set(key, { ...call, nextContactAt: null, addedAt: '1900-01-01T07:00:00.000Z' });
	const entries = await read();
	expect(entries[entries.length - 1]).toMatchObject({ kind: 'call', at: null });
});
