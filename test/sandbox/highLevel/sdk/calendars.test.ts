import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { book } from '../calendarSupport';
import { call, create, locationId, start } from '../support';
import type { CalendarSeeds } from './calendarCalls';
import { appointmentNoteCalls, calendarCalls, recurringTaskCalls } from './calendarCalls';
import { sdkWithOAuth, sdkWithToken } from './support';

let sandbox: HighLevelSandbox;
let seeds: CalendarSeeds;
beforeAll(async () => {
	sandbox = await start({ rateLimit: { max: 10_000 } });
});
beforeEach(async () => {
	sandbox.reset();
	seeds = await seed();
});
afterAll(() => sandbox.close());

async function seed(): Promise<CalendarSeeds> {
	const contactId = await create(sandbox, { name: 'Ada King' });
	const eventId: string = (await book(sandbox, contactId)).body.id;
	const { note } = (
		await call(sandbox, 'POST', `/calendars/appointments/${eventId}/notes`, { body: 'first' })
	).body;
	const rruleOptions = {
		intervalType: 'daily',
		interval: 1,
		startDate: '2040-03-05T10:00:00Z',
		dueAfterSeconds: 60,
	};
	const { recurringTask } = (
		await call(sandbox, 'POST', `/locations/${locationId}/recurring-tasks`, { title: 'Call', rruleOptions })
	).body;
	return { contactId, eventId, noteId: note.id, recurringTaskId: recurringTask.id };
}

describe.each([...calendarCalls, ...appointmentNoteCalls, ...recurringTaskCalls])(
	'$name',
	({ succeed, gives, fail, refusal }) => {
		const options = { headers: { locationId } };
		const withOAuth = async () =>
			(await sdkWithOAuth(sandbox, [sandbox.oauth.grant({ userType: 'Location' })])).sdk;

		test('works with a private token', async () => {
			expect(await succeed(sdkWithToken(sandbox), seeds, {})).toMatchObject(gives);
		});

		test('is refused with a private token as with any client', async () => {
			await expect(fail(sdkWithToken(sandbox), seeds, {})).rejects.toMatchObject(refusal);
		});

		test('works with OAuth', async () => {
			expect(await succeed(await withOAuth(), seeds, options)).toMatchObject(gives);
			expect(sandbox.requests.at(-1)?.token?.kind).toBe('location oauth');
		});

		test('is refused with OAuth as with any client', async () => {
			await expect(fail(await withOAuth(), seeds, options)).rejects.toMatchObject(refusal);
		});
	},
);
