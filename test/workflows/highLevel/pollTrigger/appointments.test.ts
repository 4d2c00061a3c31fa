import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import type { AppointmentRecord } from '../../../../sandbox/highLevel/state/records';
import { byId, DEMO, startSandbox } from '../../../support/highLevel';
import { Poller } from '../../../support/running/runPolls';
import { requestsOf, storeContact } from '../../../support/sandboxRuns';
import { envelopeOf, eventsOf } from './records';

const ALL = ['appointmentCancelled', 'appointmentCreated', 'appointmentUpdated'];
const DAY_MS = 86_400_000;
const { viewings, consultations } = DEMO.calendars;

let sandbox: HighLevelSandbox;
let contactId: string;
beforeEach(async () => {
	sandbox = await startSandbox();
	contactId = storeContact(sandbox);
});
afterEach(async () => await sandbox.close());

async function active(parameters: IDataObject = {}): Promise<Poller> {
	const poller = new Poller(sandbox, { parameters: { events: ALL, ...parameters } });
	expect(await poller.activate()).toEqual([]);
	sandbox.requests.length = 0;
	return poller;
}

const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();
const now = () => sandbox.state.clock.nextIso();

/** Books one; it was changed an hour ago unless told. */
function book(fields: Partial<AppointmentRecord> = {}): string {
	const at = fields.dateAdded ?? new Date(Date.now() - 3_600_000).toISOString();
	const times = { dateAdded: at, dateUpdated: at };
	return sandbox.state.addAppointment({ contactId, startTime: inDays(3), ...times, ...fields }).id;
}

function change(id: string, changes: Partial<AppointmentRecord>): void {
	const before = sandbox.state.appointments.get(id);
	if (!before) throw new Error(`The sandbox has no appointment ${id}`);
	sandbox.state.appointments.set(id, { ...before, dateUpdated: now(), ...changes });
}

const cancelled = { appointmentStatus: 'cancelled' } as const;

test('what happens to appointments is returned, each once, and what was there before is not', async () => {
	const [moved, gone, untouched] = [book(), book(), book()];
	const poller = await active();
	const created = book({ dateAdded: now() });
	change(moved, { startTime: inDays(5) });
	change(gone, cancelled);

	expect(eventsOf(await poller.poll())).toEqual(
		[
			`appointmentCancelled ${gone}`,
			`appointmentCreated ${created}`,
			`appointmentUpdated ${gone}`,
			`appointmentUpdated ${moved}`,
		].sort(),
	);
	expect(await poller.poll()).toEqual([]);
	expect(poller.items.some(({ id }) => id === untouched)).toBe(false);
});

test('one that is canceled already is canceled no second time, and again after it was confirmed', async () => {
	const [old, other] = [book(cancelled), book()];
	const poller = await active({ events: ['appointmentCancelled'] });
	change(old, { title: 'Renamed' });
	change(other, cancelled);
	expect(eventsOf(await poller.poll())).toEqual([`appointmentCancelled ${other}`]);
	change(other, { title: 'Renamed' });
	expect(await poller.poll()).toEqual([]);
	change(other, { appointmentStatus: 'confirmed' });
	expect(await poller.poll()).toEqual([]);
	change(other, cancelled);
	expect(eventsOf(await poller.poll())).toEqual([`appointmentCancelled ${other}`]);
});

test('one that is booked and canceled between two polls is both', async () => {
	const poller = await active();
	const id = book({ dateAdded: now(), ...cancelled });
	expect(eventsOf(await poller.poll())).toEqual([`appointmentCancelled ${id}`, `appointmentCreated ${id}`]);
});

test('two changes within the second to which HighLevel tells times are both returned', async () => {
	const id = book();
	const poller = await active();
	const dateUpdated = now();
	change(id, { title: 'First', dateUpdated });
	expect(await poller.poll()).toHaveLength(1);
	change(id, { title: 'Second', dateUpdated });
	expect(eventsOf(await poller.poll())).toEqual([`appointmentUpdated ${id}`]);
	expect(await poller.poll()).toEqual([]);
});

test('the item is the appointment as Get Many returns it', async () => {
	const poller = await active({ events: ['appointmentCreated'] });
	const id = book({ dateAdded: now(), title: 'Viewing', assignedUserId: DEMO.users.ben });
	const item = {
		...envelopeOf(id, contactId),
		...{ event: 'appointmentCreated', id, title: 'Viewing', appointmentStatus: 'confirmed' },
		...{ calendarId: viewings, assignedUserId: DEMO.users.ben },
		startTime: expect.any(String),
		endTime: expect.any(String),
		dateUpdated: expect.any(String),
	};
	expect(await poller.poll()).toEqual([item]);
	await poller.republish({ simplify: false });
	change(id, { title: 'x' });
	await poller.republish({ events: ALL });
	expect(await poller.poll()).toEqual([]);
	change(id, { title: 'y' });
	expect(await poller.poll()).toEqual([expect.objectContaining({ id, locationId: DEMO.locationId })]);
});

test('those outside of the days to look at are no event, and neither is one that comes into them with time', async () => {
	const poller = await active({ options: { daysAhead: 2, daysBack: 1 } });
	const [later, before] = [
		book({ dateAdded: now(), startTime: inDays(3) }),
		book({ dateAdded: now(), startTime: inDays(-2) }),
	];
	expect(await poller.poll()).toEqual([]);
	// Long known, and two days ahead by now.
	const old = book({ dateAdded: new Date(Date.now() - 9 * DAY_MS).toISOString(), startTime: inDays(1) });
	expect(await poller.poll()).toEqual([]);
	expect([later, before, old].every(Boolean)).toBe(true);
	change(old, { title: 'Renamed' });
	expect(eventsOf(await poller.poll())).toEqual([`appointmentUpdated ${old}`]);
});

describe('whose appointments', () => {
	const assigned = (assignedUserId: string, calendarId: string = viewings) =>
		book({ dateAdded: now(), assignedUserId, calendarId });
	const { amelia, ben } = DEMO.users;

	test('all calendars cost a request each, and one for their list', async () => {
		const poller = await active();
		const [first, second] = [assigned(ben), assigned(amelia, consultations)];
		expect(eventsOf(await poller.poll())).toEqual(
			[`appointmentCreated ${first}`, `appointmentCreated ${second}`].sort(),
		);
		expect(requestsOf(sandbox, 'GET', /calendars\/events/)).toHaveLength(2);
		expect(sandbox.requests).toHaveLength(3);
	});

	test.each([
		['calendar', { calendarId: byId(consultations) }, 'theirs'],
		['group', { groupId: byId(DEMO.calendarGroups.showings) }, 'grouped'],
		['user', { userId: byId(ben) }, 'mine'],
	])('of a %s cost one request, and no others are returned', async (appointmentsOf, chosen, expected) => {
		const poller = await active({ appointmentsOf, ...chosen });
		const ids: Record<string, string> = {
			mine: assigned(ben),
			theirs: assigned(amelia, consultations),
			grouped: book({
				dateAdded: now(),
				assignedUserId: amelia,
				groupId: DEMO.calendarGroups.showings,
				calendarId: viewings,
			}),
		};
		expect(eventsOf(await poller.poll())).toEqual([`appointmentCreated ${ids[expected]}`]);
		expect(sandbox.requests).toHaveLength(1);
	});

	test('the filter Assigned To leaves those of other users away', async () => {
		const poller = await active({ filters: { assignedTo: byId(ben) } });
		const mine = assigned(ben);
		assigned(amelia);
		expect(eventsOf(await poller.poll())).toEqual([`appointmentCreated ${mine}`]);
	});

	test('another calendar begins with what happens from then on', async () => {
		const poller = await active({ appointmentsOf: 'calendar', calendarId: byId(viewings) });
		const id = assigned(amelia, consultations);
		expect(await poller.republish({ calendarId: byId(consultations) })).toEqual([]);
		change(id, cancelled);
		expect(eventsOf(await poller.poll())).toEqual([`appointmentCancelled ${id}`, `appointmentUpdated ${id}`]);
	});

	test('a calendar that is not chosen is asked for', async () => {
		const poller = new Poller(sandbox, { parameters: { events: ALL, appointmentsOf: 'calendar' } });
		await expect(poller.activate()).rejects.toThrow('"Calendar" is empty');
	});
});

test('a poll that fails at one calendar returns nothing, and the next one all', async () => {
	const id = book();
	const poller = await active();
	change(id, cancelled);
	sandbox.faults.add({ kind: 'serverError', path: '/calendars/events' });
	await expect(poller.poll()).rejects.toThrow('HighLevel did not answer');
	sandbox.faults.clear();
	expect(eventsOf(await poller.poll())).toEqual([`appointmentCancelled ${id}`, `appointmentUpdated ${id}`]);
});
