import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, DEMO, startSandbox } from '../../../support/highLevel';
import { fail, succeed } from '../../../support/odd/outcomes';

const { viewings, consultations, otherLocationCalendar } = DEMO.calendars;

let sandbox: HighLevelSandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

function makeDraft(id: string): void {
	const calendar = sandbox.state.calendars.get(id);
	if (!calendar) throw new Error(`The seed has no calendar ${id}`);
	sandbox.state.calendars.set(id, { ...calendar, isActive: false });
}

const names = async (parameters: object) =>
	(
		await succeed(sandbox, 'calendar.getAll', {
			parameters: { returnAll: true, simplify: true, ...parameters },
		})
	).map(({ name }) => name);

test('the calendars of the location come out, and none of another', async () => {
	expect(await names({})).toEqual(['Property viewings', 'Phone consultations']);
	expect(sandbox.requests.map(({ query }) => query)).toEqual([{ locationId: DEMO.locationId }]);
});

test('those of a group alone', async () => {
	expect(await names({ filters: { groupId: byId(DEMO.calendarGroups.showings) } })).toEqual([
		'Property viewings',
	]);
});

test('drafts are among them unless they are left out', async () => {
	makeDraft(viewings);

	expect(await names({})).toHaveLength(2);
	expect(await names({ filters: { showDrafted: true } })).toHaveLength(2);
	expect(await names({ filters: { showDrafted: false } })).toEqual(['Phone consultations']);
});

test('a limit gives the first ones only', async () => {
	expect(await names({ returnAll: false, limit: 1 })).toEqual(['Property viewings']);
});

test('filters that are empty in the incoming data are not sent', async () => {
	await names({ filters: { groupId: byId('={{ $json.missing }}'), showDrafted: '={{ $json.missing }}' } });

	expect(sandbox.requests[0]?.query).toEqual({ locationId: DEMO.locationId });
});

test('a calendar comes out with what is most used of it', async () => {
	const [calendar] = await succeed(sandbox, 'calendar.get', {
		parameters: { calendarId: byId(consultations), simplify: true },
	});

	expect(calendar).toEqual({
		id: consultations,
		name: 'Phone consultations',
		description: 'A first talk about buying or selling',
		calendarType: 'round_robin',
		isActive: true,
		slotDuration: 30,
		slotDurationUnit: 'mins',
		teamMembers: [
			{ userId: DEMO.users.amelia, priority: 0.5, isPrimary: true },
			{ userId: DEMO.users.chloe, priority: 0.5, isPrimary: false },
		],
		slug: 'phone-consultations',
	});
});

test('without Simplify it comes out as a whole, and spelt right where HighLevel does not', async () => {
	const [one] = await succeed(sandbox, 'calendar.get', {
		parameters: { calendarId: byId(viewings), simplify: false },
	});
	const [first] = await succeed(sandbox, 'calendar.getAll', {
		parameters: { returnAll: true, simplify: false },
	});

	expect(one).toMatchObject({
		locationId: DEMO.locationId,
		openHours: expect.any(Array),
		appointmentPerSlot: 1,
	});
	expect(first).toEqual(one);
	expect(JSON.stringify(one)).not.toContain('appoinment');
});

test('a calendar of another location is refused, and the location of the credential is named', async () => {
	const error = await fail(sandbox, 'calendar.get', {
		parameters: { calendarId: byId(otherLocationCalendar) },
	});

	expect(error.message).toContain('The token does not have access to this location.');
	expect(error.description).toContain(DEMO.locationId);
});
