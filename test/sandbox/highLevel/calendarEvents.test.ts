import type { HighLevelSandbox } from '../../../sandbox/highLevel';
import { at, book, MONDAY, tokenWith } from './calendarSupport';
import { call, create, DEMO, locationId, start } from './support';

const { viewings, consultations } = DEMO.calendars;
const { amelia } = DEMO.users;

let sandbox: HighLevelSandbox;
let contactId: string;
beforeAll(async () => {
	sandbox = await start({ rateLimit: { max: 10_000 } });
});
beforeEach(async () => {
	sandbox.reset();
	contactId = await create(sandbox, { email: 'a@x.example' });
});
afterAll(() => sandbox.close());

describe('the list of events', () => {
	const day = { startTime: at('00:00'), endTime: at('23:59') };
	const list = (query: Record<string, string>) => {
		const times = Object.entries({ ...day, ...query }).map(([name, value]): [string, string] => [
			name,
			name.endsWith('Time') ? String(Date.parse(value)) : value,
		]);
		return call(sandbox, 'GET', `/calendars/events?${new URLSearchParams(times).toString()}`);
	};
	let first: string;
	let second: string;
	let talk: string;
	beforeEach(async () => {
		second = (await book(sandbox, contactId, { startTime: at('11:00') })).body.id;
		first = (await book(sandbox, contactId)).body.id;
		talk = (await book(sandbox, contactId, { calendarId: consultations, ignoreDateRange: true })).body.id;
		sandbox.state.addAppointment({
			contactId: sandbox.state.addContact({ locationId: DEMO.otherLocationId }).id,
			startTime: '2040-03-05T14:00:00.000Z',
		});
	});
	const ids = async (query: Record<string, string>) => {
		const { status, body } = await list({ locationId, ...query });
		expect(status).toBe(200);
		return body.events.map(({ id }: { id: string }) => id);
	};

	test('has those of a calendar, a user or a group, in the order in which they begin', async () => {
		expect(await ids({ calendarId: viewings })).toEqual([first, second]);
		expect(await ids({ calendarId: consultations })).toEqual([talk]);
		expect(await ids({ userId: amelia })).toEqual([talk]);
		expect(await ids({ groupId: DEMO.calendarGroups.showings })).toEqual([first, second]);
		expect(await ids({ calendarId: viewings, userId: amelia })).toEqual([]);
	});

	test('has those that begin within the time', async () => {
		const calendarId = viewings;
		expect(await ids({ calendarId, startTime: at('09:00'), endTime: at('10:59') })).toEqual([first]);
		expect(await ids({ calendarId, startTime: at('09:01'), endTime: at('11:00') })).toEqual([second]);
		expect(await ids({ calendarId, startTime: at('12:00') })).toEqual([]);
	});

	test('shows each as it is read on its own', async () => {
		const { body } = await list({ locationId, calendarId: consultations });
		const one = await call(sandbox, 'GET', `/calendars/events/appointments/${talk}`);
		expect(body.events).toEqual([one.body.event]);
	});

	test.each([
		[{ locationId }, 422],
		[{ locationId, calendarId: '' }, 422],
		[{ locationId, calendarId: viewings, limit: '5' }, 422],
		[{ locationId, calendarId: 'nothing' }, 400],
		[{ locationId, calendarId: DEMO.calendars.otherLocationCalendar }, 403],
		[{ locationId: DEMO.otherLocationId, userId: DEMO.users.daniel }, 403],
		[{ calendarId: viewings }, 403],
	])('is refused for %j with %i', async (query, status) => {
		expect((await list(query)).status).toBe(status);
	});

	test('is refused without the scope with 401', async () => {
		const token = await tokenWith(sandbox, 'calendars.readonly');
		const path = `/calendars/events?locationId=${locationId}&calendarId=${viewings}&startTime=0&endTime=1`;
		expect((await call(sandbox, 'GET', path, undefined, { token })).status).toBe(401);
	});

	test('is refused for ISO times with 422', async () => {
		const times = `startTime=${MONDAY}&endTime=2040-03-06`;
		const path = `/calendars/events?locationId=${locationId}&calendarId=${viewings}&${times}`;
		const { status, body } = await call(sandbox, 'GET', path);
		expect(status).toBe(422);
		expect(body.message).toEqual(['startTime must be a number string', 'endTime must be a number string']);
	});
});
