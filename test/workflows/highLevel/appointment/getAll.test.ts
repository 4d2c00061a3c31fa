import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, DEMO, runOperation, startSandbox } from '../../../support/highLevel';
import { fail, succeed } from '../../../support/odd/outcomes';
import { storeContact } from '../../../support/sandboxRuns';
import { MONDAY, NEW_YORK } from './bookings';

const { viewings, consultations } = DEMO.calendars;

let sandbox: HighLevelSandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => {
	sandbox.reset();
	const contactId = storeContact(sandbox);
	const add = (title: string, startTime: string, fields: object) =>
		sandbox.state.addAppointment({ contactId, title, startTime, ...fields });
	const ben = { assignedUserId: DEMO.users.ben, groupId: DEMO.calendarGroups.showings };
	const amelia = { assignedUserId: DEMO.users.amelia, calendarId: consultations };
	add('Second viewing', `${MONDAY}T16:00:00.000Z`, ben);
	add('First viewing', `${MONDAY}T15:00:00.000Z`, ben);
	add('Talk', `${MONDAY}T17:00:00.000Z`, amelia);
	// In New York it is still Monday.
	add('Late viewing', '2099-03-03T04:30:00.000Z', ben);
	add('Viewing of the next day', '2099-03-03T15:00:00.000Z', ben);
});
afterAll(async () => await sandbox.close());

const ON_MONDAY = { startTime: MONDAY, endTime: MONDAY, returnAll: true, simplify: true };
const ofViewings = { appointmentsOf: 'calendar', calendarId: byId(viewings) };

async function titles(parameters: IDataObject, timezone = NEW_YORK): Promise<unknown[]> {
	const items = await succeed(sandbox, 'appointment.getAll', {
		parameters: { ...ON_MONDAY, ...parameters },
		timezone,
	});
	return items.map(({ title }) => title);
}

test.each<[whose: string, parameters: IDataObject, expected: string[]]>([
	['a calendar', ofViewings, ['First viewing', 'Second viewing', 'Late viewing']],
	['another calendar', { ...ofViewings, calendarId: byId(consultations) }, ['Talk']],
	[
		'a group of calendars',
		{ appointmentsOf: 'group', groupId: byId(DEMO.calendarGroups.showings) },
		['First viewing', 'Second viewing', 'Late viewing'],
	],
	['a user', { appointmentsOf: 'user', userId: byId(DEMO.users.amelia) }, ['Talk']],
])('the appointments of %s come in the order of time', async (_, parameters, expected) => {
	expect(await titles(parameters)).toEqual(expected);
	expect(sandbox.requests).toHaveLength(1);
});

test('a day is one in the zone of the workflow, to its last moment', async () => {
	expect(await titles(ofViewings, 'UTC')).toEqual(['First viewing', 'Second viewing']);
	expect(sandbox.requests[0]?.query).toMatchObject({
		startTime: String(Date.parse('2099-03-02T00:00:00.000Z')),
		endTime: String(Date.parse('2099-03-02T23:59:59.999Z')),
	});
});

test('times are taken as they are', async () => {
	const span = { startTime: `${MONDAY}T11:00:00`, endTime: `${MONDAY}T12:00:00` };

	expect(await titles({ ...ofViewings, ...span })).toEqual(['Second viewing']);
});

test('a limit gives the first ones only', async () => {
	expect(await titles({ ...ofViewings, returnAll: false, limit: 2 })).toEqual([
		'First viewing',
		'Second viewing',
	]);
});

test('each item gets the appointments of its own calendar, linked to it; one without any gets none', async () => {
	const run = await runOperation(sandbox, 'appointment.getAll', {
		items: [
			{ id: viewings, day: '2099-03-04' },
			{ id: consultations, day: MONDAY },
		],
		parameters: {
			...ON_MONDAY,
			appointmentsOf: 'calendar',
			calendarId: byId('={{ $json.id }}'),
			startTime: '={{ $json.day }}',
			endTime: '={{ $json.day }}',
		},
		timezone: NEW_YORK,
	});

	expect(run.items.map(({ json, pairedItem }) => [json.title, pairedItem])).toEqual([['Talk', { item: 1 }]]);
});

test('Simplify keeps what is most used, and without it all comes out', async () => {
	const [short] = await succeed(sandbox, 'appointment.getAll', {
		parameters: { ...ON_MONDAY, ...ofViewings },
		timezone: NEW_YORK,
	});
	const [whole] = await succeed(sandbox, 'appointment.getAll', {
		parameters: { ...ON_MONDAY, ...ofViewings, simplify: false },
		timezone: NEW_YORK,
	});

	expect(short).toMatchObject({ title: 'First viewing', startTime: `${MONDAY}T10:00:00-05:00` });
	expect(short).not.toHaveProperty('locationId');
	expect(whole).toMatchObject({ ...short, locationId: DEMO.locationId });
});

test.each<[what: string, parameters: IDataObject, message: string]>([
	['an end before the beginning', { endTime: '2099-03-01' }, '"To" is before "From"'],
	['no beginning', { startTime: '={{ $json.missing }}' }, '"From" is empty'],
	['an end that is no time', { endTime: 'soon' }, '"To" is not a date: soon'],
	['no group', { appointmentsOf: 'group', groupId: byId(' ') }, '"Calendar Group" is empty'],
	['no user', { appointmentsOf: 'user', userId: byId(' ') }, '"User" is empty'],
])('%s is told before anything is sent', async (_, parameters, message) => {
	const error = await fail(sandbox, 'appointment.getAll', {
		parameters: { ...ON_MONDAY, ...ofViewings, ...parameters },
	});

	expect(error.message).toBe(message);
	expect(sandbox.requests).toEqual([]);
});
