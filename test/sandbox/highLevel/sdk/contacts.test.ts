import { GHLAuthenticationError, GHLValidationError, HighLevel } from '@gohighlevel/api-client';
import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { DEMO, locationId, start } from '../support';
import { noteCalls, taskCalls } from './activityCalls';
import type { Seeds } from './call';
import { contactCalls } from './contactCalls';
import { membershipCalls } from './membershipCalls';
import { sdkWithOAuth, sdkWithToken } from './support';

const SDK_CALLS = [...contactCalls, ...taskCalls, ...noteCalls, ...membershipCalls];

let sandbox: HighLevelSandbox;
let seeds: Seeds;
beforeAll(async () => {
	sandbox = await start({ rateLimit: { max: 10_000 } });
});
beforeEach(() => {
	sandbox.reset();
	seeds = seed();
});
afterAll(() => sandbox.close());

function seed(): Seeds {
	const { state } = sandbox;
	const { id: contactId } = state.addContact({
		locationId,
		firstName: 'Ada',
		email: 'ada@x.example',
		tags: ['one'],
		followers: [DEMO.users.amelia],
		businessId: DEMO.businesses.northPier,
	});
	const common = {
		contactId,
		locationId,
		dateAdded: '2026-01-01T00:00:00.000Z',
		dateUpdated: '2026-01-01T00:00:00.000Z',
	};
	const task = {
		...common,
		id: state.newId(),
		title: 'Call',
		body: null,
		assignedTo: null,
		completed: false,
	};
	state.tasks.set(task.id, { ...task, dueDate: '2026-12-01T10:00:00.000Z' });
	const note = {
		...common,
		id: state.newId(),
		body: 'first',
		userId: null,
		title: null,
		color: null,
		pinned: false,
	};
	state.notes.set(note.id, note);
	state.addAppointment({ contactId, title: 'Viewing', startTime: '2026-12-01T15:00:00.000Z' });
	return { contactId, taskId: task.id, noteId: note.id };
}

test('every call of the contacts service is among the tests', () => {
	const { contacts } = new HighLevel({ privateIntegrationToken: 'x', logLevel: 'none' });
	const own = Object.getOwnPropertyNames(Object.getPrototypeOf(contacts)).filter(
		(name) => name !== 'constructor',
	);
	expect(SDK_CALLS.map(({ name }) => name).sort()).toEqual(own.sort());
});

describe.each(SDK_CALLS)('$name', ({ succeed, gives, fail, refusal, sendsNoOAuthToken }) => {
	const options = { headers: { locationId } };
	const withOAuth = async () => {
		const { sdk } = await sdkWithOAuth(sandbox, [sandbox.oauth.grant({ userType: 'Location' })]);
		return sdk.contacts;
	};

	test('works with a private token', async () => {
		expect(await succeed(sdkWithToken(sandbox).contacts, seeds, {})).toMatchObject(gives);
	});

	test('is refused with a private token as with any client', async () => {
		const refused = fail(sdkWithToken(sandbox).contacts, seeds, {});
		await expect(refused).rejects.toMatchObject(refusal);
		await expect(refused).rejects.toBeInstanceOf(GHLValidationError);
	});

	if (sendsNoOAuthToken) {
		test('sends no OAuth token, which is a bug of the SDK', async () => {
			const contacts = await withOAuth();
			await expect(succeed(contacts, seeds, options)).rejects.toBeInstanceOf(GHLAuthenticationError);
			expect(sandbox.requests.at(-1)?.token).toBeUndefined();
		});
		return;
	}

	test('works with OAuth', async () => {
		expect(await succeed(await withOAuth(), seeds, options)).toMatchObject(gives);
		expect(sandbox.requests.at(-1)?.token?.kind).toBe('location oauth');
	});

	test('is refused with OAuth as with any client', async () => {
		await expect(fail(await withOAuth(), seeds, options)).rejects.toMatchObject(refusal);
	});
});
