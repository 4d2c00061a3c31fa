import { pace } from '../../../support/pace';
import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { DEMO, runOperation, startSandbox } from '../../../support/highLevel';
import { fail, succeed } from '../../../support/odd/outcomes';
import { requestsOf, storeContact } from '../../../support/sandboxRuns';
import { tokenWithout } from '../everyOperation/operations';
import { MONDAY, stored, VIEWING } from './bookings';

// The rules are the same after shorter waits.
pace({ backoff: { firstMs: 10, maxMs: 40 }, looksMs: [0, 20] });

const CREATE = { method: 'POST', path: '^/calendars/events/appointments$' };

let sandbox: HighLevelSandbox;
let contactId: string;
beforeAll(async () => (sandbox = await startSandbox({ rateLimit: { max: 100_000, intervalMs: 1_000 } })));
// Not reset: the same ids would come again, and the node remembers which appointments it has made.
beforeEach(() => {
	for (const { id } of stored(sandbox)) sandbox.state.removeAppointment(id);
	sandbox.requests.length = 0;
	sandbox.faults.clear();
	contactId = storeContact(sandbox);
});
afterAll(async () => await sandbox.close());

const viewing = () => ({ items: [{ contactId }], parameters: VIEWING });
const inSpite = () => ({ ...VIEWING, options: { ignoreFreeSlotValidation: true } });

test.each<[what: string, status: number | undefined]>([
	['the connection is closed', undefined],
	['a gateway answers 502', 502],
	['a gateway answers 504', 504],
])('an appointment is booked once when %s', async (_, status) => {
	sandbox.faults.add({ kind: 'lostAnswer', times: 1, ...CREATE, ...(status ? { status } : {}) });
	const [appointment] = await succeed(sandbox, 'appointment.create', viewing());

	expect(stored(sandbox).map(({ id }) => id)).toEqual([appointment?.id]);
	expect(appointment).toMatchObject({ contactId, startTime: `${MONDAY}T10:00:00-05:00` });
	expect(requestsOf(sandbox, 'POST')).toHaveLength(1);
	expect(requestsOf(sandbox, 'GET').map(({ path, query }) => [path, query])).toEqual([
		[
			'/calendars/events',
			{
				locationId: DEMO.locationId,
				calendarId: DEMO.calendars.viewings,
				startTime: String(Date.parse(`${MONDAY}T14:59:00Z`)),
				endTime: String(Date.parse(`${MONDAY}T15:01:00Z`)),
			},
		],
	]);
});

test('an appointment that never arrived is sent again, and is there once', async () => {
	sandbox.faults.add({ kind: 'connectionReset', times: 2, ...CREATE });
	const [appointment] = await succeed(sandbox, 'appointment.create', viewing());

	expect(stored(sandbox).map(({ id }) => id)).toEqual([appointment?.id]);
	expect(requestsOf(sandbox, 'POST')).toHaveLength(3);
});

test('two items alike are two appointments, however many answers are lost', async () => {
	sandbox.faults.add({ kind: 'lostAnswer', probability: 0.5, ...CREATE });
	const run = await runOperation(sandbox, 'appointment.create', {
		items: Array.from({ length: 20 }, () => ({ contactId })),
		parameters: inSpite(),
	});

	expect(run.error).toBeUndefined();
	expect(new Set(run.items.map(({ json }) => json.id)).size).toBe(20);
	expect(stored(sandbox)).toHaveLength(20);
	expect(sandbox.requests.filter(({ fault }) => fault === 'lostAnswer').length).toBeGreaterThan(2);
});

test('an appointment that was there before, is for somebody else or begins otherwise is not taken for it', async () => {
	const startTime = `${MONDAY}T15:00:00.000Z`;
	const earlier = sandbox.state.addAppointment({
		contactId,
		startTime,
		dateAdded: '2020-01-01T00:00:00.000Z',
	});
	const other = sandbox.state.addAppointment({ contactId: storeContact(sandbox), startTime });
	const later = sandbox.state.addAppointment({ contactId, startTime: `${MONDAY}T15:00:30.000Z` });
	sandbox.faults.add({ kind: 'connectionReset', times: 1, ...CREATE });
	const [appointment] = await succeed(sandbox, 'appointment.create', {
		...viewing(),
		parameters: inSpite(),
	});

	expect([earlier.id, other.id, later.id]).not.toContain(appointment?.id);
	expect(stored(sandbox)).toHaveLength(4);
});

test('a token that may not read events leaves it open what happened, and books nothing twice', async () => {
	sandbox.faults.add({ kind: 'lostAnswer', times: 1, ...CREATE });
	const error = await fail(sandbox, 'appointment.create', {
		...viewing(),
		token: tokenWithout(sandbox, 'calendars/events.readonly'),
	});

	expect(error.message).toContain('the change may have happened');
	expect(error.description).toContain('Look in HighLevel');
	expect(error.details).toMatchObject({ mayHaveHappened: true });
	expect(requestsOf(sandbox, 'POST')).toHaveLength(1);
	expect(stored(sandbox)).toHaveLength(1);
});

test('an appointment that is stored only after the look is found when its own slot is refused', async () => {
	sandbox.faults.add({ kind: 'slow', delayMs: 500, times: 1, ...CREATE });
	// By the time that this is sent again, the first one is stored.
	sandbox.faults.add({ kind: 'rateLimited', times: 1, retryAfterSeconds: 1, ...CREATE });
	const [appointment] = await succeed(sandbox, 'appointment.create', {
		...viewing(),
		parameters: { ...VIEWING, options: { timeout: 150 } },
	});

	const [, ...again] = requestsOf(sandbox, 'POST').map(({ status }) => status);
	expect(again).toEqual([429, 400]);
	expect(stored(sandbox).map(({ id }) => id)).toEqual([appointment?.id]);
});

test('a slot that somebody else took meanwhile is still refused', async () => {
	sandbox.faults.add({ kind: 'connectionReset', times: 1, ...CREATE });
	sandbox.state.addAppointment({
		contactId: storeContact(sandbox),
		startTime: `${MONDAY}T15:00:00.000Z`,
		users: [DEMO.users.ben],
	});
	const error = await fail(sandbox, 'appointment.create', viewing());

	expect(error.message).toContain('no longer available');
	expect(stored(sandbox)).toHaveLength(1);
});

test('a lost answer to an update or a deletion is asked for again, which does no harm', async () => {
	const { id } = sandbox.state.addAppointment({ contactId, startTime: `${MONDAY}T15:00:00.000Z` });
	sandbox.faults.add({ kind: 'lostAnswer', times: 1, method: 'PUT' });
	sandbox.faults.add({ kind: 'lostAnswer', times: 1, method: 'DELETE' });

	const [updated] = await succeed(sandbox, 'appointment.update', {
		parameters: { appointmentId: id, updateFields: { title: 'Second viewing' } },
	});
	expect(updated).toMatchObject({ id, title: 'Second viewing' });
	expect(await succeed(sandbox, 'appointment.delete', { parameters: { appointmentId: id } })).toEqual([
		{ deleted: true },
	]);
	expect(stored(sandbox)).toEqual([]);
	expect(requestsOf(sandbox, 'DELETE')).toHaveLength(2);
});
