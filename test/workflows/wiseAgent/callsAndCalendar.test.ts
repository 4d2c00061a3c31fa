import type { WiseAgentSandbox } from '../../../sandbox/wiseAgent';
import { DEMO } from '../../../sandbox/wiseAgent';
import { byId, connectWiseAgent, fails, startWiseAgent, succeeds } from '../../support/wiseAgent';
import { store } from './contact/people';

let sandbox: WiseAgentSandbox;
let contactId: string;
beforeAll(async () => (sandbox = await startWiseAgent()));
beforeEach(() => {
	sandbox.reset();
	contactId = store(sandbox, { CFirst: 'Ada' });
});
afterEach(() => sandbox.configure({ plannerScope: 'both' }));
afterAll(async () => await sandbox.close());

const NEW_YORK = 'America/New_York';

test('a call is put on the list in Arizona time, changed and read back in it', async () => {
	const [created] = await succeeds(sandbox, 'call.create', {
		parameters: {
			contactId: byId(contactId),
			additionalFields: {
				...{ NextContactDate: '2027-07-01T12:30:00', CallType: 'Phone', Reason: 'Offer' },
				...{ FlagImportant: true, InsideTeamId: byId(String(DEMO.team.priya)) },
			},
		},
		timezone: NEW_YORK,
	});
	const callId = byId(String(created?.CallId));
	const stored = () => sandbox.state.calls.get(String(created?.CallId));
	expect(created?.NextContactDate).toBe('2027-07-01T09:30:00-07:00');
	expect(stored()).toMatchObject({
		...{ nextContactAt: '2027-07-01T16:30:00.000Z', FlagImportant: true, completedAt: null },
		...{ Reason: 'Offer', InsideTeamId: DEMO.team.priya, ClientId: contactId },
	});

	const updateFields = { Completed: true, DateCompleted: '2027-07-01T12:45:00' };
	await succeeds(sandbox, 'call.update', { parameters: { callId, updateFields }, timezone: NEW_YORK });
	expect(stored()).toMatchObject({ completedAt: '2027-07-01T16:45:00.000Z', Reason: 'Offer' });
	const [read] = await succeeds(sandbox, 'call.get', { parameters: { callId } });
	expect(read).toMatchObject({ Completed: true, NextContactDate: '2027-07-01T09:30:00-07:00' });
	// Of all times in answers, this one says in which zone it is.
	expect(read?.DateAdded).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
});

test('the calls of a contact are all read, as they were added or by their next date', async () => {
	for (let index = 0; index < 130; index++) {
		const day = String((index % 28) + 1).padStart(2, '0');
		sandbox.state.addCall({
			ClientId: contactId,
			Reason: `${index}`,
			nextContactAt: `2027-03-${day}T00:00:00.000Z`,
		});
	}
	const getAll = async (options: object) =>
		await succeeds(sandbox, 'call.getAll', {
			parameters: { contactId: byId(contactId), returnAll: true, options: options as never },
		});

	expect((await getAll({})).map(({ Reason }) => Reason)).toEqual(
		Array.from({ length: 130 }, (_, i) => String(i)),
	);
	const dates = (await getAll({ orderByNextContactDate: true })).map(({ NextContactDate }) =>
		String(NextContactDate),
	);
	expect(dates).toEqual([...dates].sort().reverse());
});

test('a call to nobody is named', async () => {
	const { message } = await fails(sandbox, 'call.create', { parameters: { contactId: byId('4711') } });
	expect(message).toBe('Wise Agent does not know this record: ClientId was not found');
});

describe('an event', () => {
	const create = async (fields: object, additionalFields: object = {}) =>
		(
			await succeeds(sandbox, 'calendar.create', {
				parameters: { eventName: 'Viewing', ...fields, additionalFields: additionalFields as never },
				timezone: NEW_YORK,
			})
		)[0];

	test('is put into the calendar at the right moment, and comes out with its id', async () => {
		const event = await create({ start: '2027-07-01T15:30:00' }, { end: '2027-07-01T16:00:00' });
		expect(event).toMatchObject({
			...{ PlannerID: expect.any(Number), Subject: 'Viewing' },
			...{ StartDate: '2027-07-01T12:30:00-07:00', EndDate: '2027-07-01T13:00:00-07:00' },
		});
		expect([...sandbox.state.plannerEvents.values()]).toMatchObject([
			{ startsAt: '2027-07-01T19:30:00.000Z', endsAt: '2027-07-01T20:00:00.000Z', AllDayEvent: false },
		]);
	});

	test('is found again among others of the same name on that day', async () => {
		const first = await create({ start: '2027-07-01T15:30:00' });
		const second = await create({ start: '2027-07-01T15:30:00' });
		expect(second?.PlannerID).not.toBe(first?.PlannerID);
	});

	test('takes the day that is written when it is for the whole day', async () => {
		await create({ start: '2027-07-01T23:30:00' }, { allDay: true });
		expect([...sandbox.state.plannerEvents.values()]).toMatchObject([
			{ startsAt: '2027-07-01T07:00:00.000Z', AllDayEvent: true },
		]);
	});

	test('needs either of the two names of its scope', async () => {
		for (const scope of ['calendar', 'planner'] as const) {
			sandbox.configure({ plannerScope: scope });
			const connection = connectWiseAgent(sandbox, { scopes: ['calendar', scope] });
			const parameters = { eventName: 'Viewing', start: '2027-07-01T15:30:00' };
			await succeeds(sandbox, 'calendar.create', { parameters, connection });
		}
		expect(sandbox.state.plannerEvents.size).toBe(2);
	});
});
