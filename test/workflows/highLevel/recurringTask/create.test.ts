import type { IDataObject } from 'n8n-workflow';

import { pace } from '../../../support/pace';
import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { DEMO, startSandbox } from '../../../support/highLevel';
import { fail, succeed } from '../../../support/odd/outcomes';
import { requestsOf, storeContact } from '../../../support/sandboxRuns';
import { NEW_YORK, sent, stored, WEEKLY } from './recurringTasks';

// The rule is the same after shorter waits.
pace({ backoff: { firstMs: 10, maxMs: 40 }, looksMs: [0, 20] });

let sandbox: HighLevelSandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

test('a recurring task is made with one request; hours become seconds, and the start is a time of the workflow', async () => {
	const [task] = await succeed(sandbox, 'recurringTask.create', {
		parameters: WEEKLY,
		timezone: NEW_YORK,
	});

	expect(sandbox.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
		`POST /locations/${DEMO.locationId}/recurring-tasks`,
	]);
	expect(sent(sandbox)).toEqual({
		title: 'Call the tenant',
		rruleOptions: {
			intervalType: 'weekly',
			interval: 1,
			startDate: '2027-03-01T15:00:00.000Z',
			dueAfterSeconds: 86_400,
		},
	});
	expect(task).toMatchObject({ id: stored(sandbox)[0]?.id, title: 'Call the tenant', totalOccurrence: 1 });
});

test.each<[field: string, given: unknown, expected: object]>([
	['description', ' about the heating ', { description: 'about the heating' }],
	['contactIds', '={{ [$json.a, $json.b] }}', { contactIds: ['A', 'B'] }],
	['contactIds', 'A, B ,, A', { contactIds: ['A', 'B'] }],
	['owners', [DEMO.users.ben, DEMO.users.chloe], { owners: [DEMO.users.ben, DEMO.users.chloe] }],
	['ignoreTaskCreation', true, { ignoreTaskCreation: true }],
	['ignoreTaskCreation', false, { ignoreTaskCreation: false }],
])('%s: %j goes out under the API name', async (field, given, expected) => {
	for (const id of ['A', 'B']) storeContact(sandbox, { id });
	await succeed(sandbox, 'recurringTask.create', {
		items: [{ a: 'A', b: 'B' }],
		parameters: { ...WEEKLY, additionalFields: { [field]: given as string } },
	});

	expect(sent(sandbox)).toEqual({ title: 'Call the tenant', rruleOptions: expect.any(Object), ...expected });
});

test.each<[field: string, given: unknown, expected: object]>([
	['endDate', '2027-12-31', { endDate: '2028-01-01T04:59:59.999Z' }],
	['endDate', '2027-12-31T10:00:00', { endDate: '2027-12-31T15:00:00.000Z' }],
	['count', 10, { count: 10 }],
	['count', '={{ "10" }}', { count: 10 }],
	['dayOfMonth', 31, { dayOfMonth: 31 }],
	['dayOfWeek', 'MO', { dayOfWeek: 'MO' }],
	['monthOfYear', 12, { monthOfYear: 12 }],
	['createTaskIfOverDue', false, { createTaskIfOverDue: false }],
])('%s: %j becomes part of the rule', async (field, given, expected) => {
	await succeed(sandbox, 'recurringTask.create', {
		parameters: { ...WEEKLY, additionalFields: { [field]: given as string } },
		timezone: NEW_YORK,
	});

	expect(sent(sandbox).rruleOptions).toEqual({
		intervalType: 'weekly',
		interval: 1,
		startDate: '2027-03-01T15:00:00.000Z',
		dueAfterSeconds: 86_400,
		...expected,
	});
});

test.each([
	[0, 0],
	[0.5, 1_800],
	[36, 129_600],
	['={{ "1.25" }}', 4_500],
	[0.0001, 0],
])('a task is due %j hours after its start: %d seconds', async (dueAfterHours, dueAfterSeconds) => {
	await succeed(sandbox, 'recurringTask.create', { parameters: { ...WEEKLY, dueAfterHours } });

	expect(sent(sandbox).rruleOptions).toMatchObject({ dueAfterSeconds });
});

test('fields that are empty in the incoming data are not sent at all', async () => {
	await succeed(sandbox, 'recurringTask.create', {
		parameters: {
			...WEEKLY,
			additionalFields: {
				description: ' ',
				contactIds: '={{ $json.missing }}',
				owners: [],
				endDate: '',
				count: '={{ $json.missing }}',
				dayOfWeek: '',
			},
		},
	});

	expect(Object.keys(sent(sandbox))).toEqual(['title', 'rruleOptions']);
	expect(Object.keys(sent(sandbox).rruleOptions as object)).toHaveLength(4);
});

test.each<[what: string, parameters: IDataObject, message: string]>([
	['no title', { title: '={{ $json.missing }}' }, '"Title" is empty'],
	['no start', { startDate: '={{ $json.missing }}' }, '"Start Date" is empty'],
	['no number of hours', { dueAfterHours: '={{ $json.missing }}' }, '"Due After (Hours)" is empty'],
	['hours that are none', { dueAfterHours: 'a day' }, '"Due After (Hours)" is not a number: a day'],
	['hours below zero', { dueAfterHours: -1 }, '"Due After (Hours)" must be a number of hours, 0 or more'],
	['half an interval', { interval: 1.5 }, '"Interval" must be a whole number of 1 or more'],
	[
		'a month that does not exist',
		{ additionalFields: { monthOfYear: 13 } },
		'"Month of Year" has no option "13"',
	],
	['an end that is no time', { additionalFields: { endDate: 'soon' } }, '"End Date" is not a date: soon'],
])('%s is named, and nothing is sent', async (_, parameters, message) => {
	const error = await fail(sandbox, 'recurringTask.create', {
		parameters: { ...WEEKLY, ...parameters },
	});

	expect(error.message).toBe(message);
	expect(sandbox.requests).toEqual([]);
});

test('what HighLevel refuses is passed on, with the item', async () => {
	const error = await fail(sandbox, 'recurringTask.create', {
		items: [{}, {}],
		parameters: { ...WEEKLY, additionalFields: { contactIds: 'nobody' } },
	});

	expect(error.message).toMatch(/^Contact with id nobody not found \[item \d\]$/);
	expect(stored(sandbox)).toEqual([]);
});

test.each<[what: string, status: number | undefined]>([
	['the connection is closed', undefined],
	['a gateway answers 504', 504],
])('nothing is made twice: when %s, the operator is asked to look', async (_, status) => {
	sandbox.faults.add({
		kind: 'lostAnswer',
		times: 1,
		method: 'POST',
		...(status ? { status } : {}),
	});
	const error = await fail(sandbox, 'recurringTask.create', { parameters: WEEKLY });

	expect(error.message).toContain('the change may have happened');
	expect(error.description).toContain('Look in HighLevel');
	expect(error.details).toMatchObject({ mayHaveHappened: true });
	expect(requestsOf(sandbox, 'POST')).toHaveLength(1);
	expect(stored(sandbox)).toHaveLength(1);
});
