import type { IDataObject } from 'n8n-workflow';

import { pace } from '../../../support/pace';
import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, runOperation, startSandbox } from '../../../support/highLevel';
import { fail, succeed } from '../../../support/odd/outcomes';
import { requestsOf } from '../../../support/sandboxRuns';
import { createWeekly, NEW_YORK, sent, stored } from './recurringTasks';

// The rule is the same after shorter waits.
pace({ backoff: { firstMs: 10, maxMs: 40 }, looksMs: [0, 20] });

let sandbox: HighLevelSandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

async function update(id: unknown, updateFields: IDataObject): Promise<IDataObject[]> {
	return await succeed(sandbox, 'recurringTask.update', {
		parameters: { recurringTaskId: byId(String(id)), updateFields },
		timezone: NEW_YORK,
	});
}

test('a change of a title or a description is written alone, with one request', async () => {
	const { id } = await createWeekly(sandbox, { count: 5 });
	const [task] = await update(id, { title: 'Visit the tenant' });

	expect(sandbox.requests.map(({ method, body }) => [method, body])).toEqual([
		['PUT', { title: 'Visit the tenant' }],
	]);
	expect(task).toMatchObject({ id, title: 'Visit the tenant', rruleOptions: { count: 5 } });
});

test('a change of one part of the rule keeps all others, which HighLevel wants as a whole', async () => {
	const { id } = await createWeekly(sandbox, { count: 5, dayOfWeek: 'MO' });
	await update(id, { interval: 2, dueAfterHours: 1 });

	expect(sandbox.requests.map(({ method }) => method)).toEqual(['GET', 'PUT']);
	expect(sent(sandbox)).toEqual({
		rruleOptions: {
			intervalType: 'weekly',
			interval: 2,
			startDate: '2027-03-01T15:00:00.000Z',
			dueAfterSeconds: 3_600,
			count: 5,
			dayOfWeek: 'MO',
		},
	});
	expect(stored(sandbox)[0]).toMatchObject({
		title: 'Call the tenant',
		rruleOptions: { interval: 2, count: 5 },
	});
});

test('a change to another interval type drops the days of the old one, and takes those that are given', async () => {
	const { id } = await createWeekly(sandbox, { dayOfWeek: 'MO', count: 5 });
	await update(id, { intervalType: 'monthly', dayOfMonth: 15 });

	expect(stored(sandbox)[0]?.rruleOptions).toEqual({
		intervalType: 'monthly',
		interval: 1,
		startDate: '2027-03-01T15:00:00.000Z',
		dueAfterSeconds: 86_400,
		count: 5,
		dayOfMonth: 15,
	});
});

test('an update with the interval type that it has keeps its day', async () => {
	const { id } = await createWeekly(sandbox, { dayOfWeek: 'MO' });
	await update(id, { intervalType: 'weekly', interval: 3 });

	expect(stored(sandbox)[0]?.rruleOptions).toMatchObject({ dayOfWeek: 'MO', interval: 3 });
});

test('changes by several items at once are all kept', async () => {
	const { id } = await createWeekly(sandbox);
	const run = await runOperation(sandbox, 'recurringTask.update', {
		items: [
			{ updateFields: { count: 7 } },
			{ updateFields: { interval: 4 } },
			{ updateFields: { dayOfWeek: 'FR' } },
		],
		parameters: {
			recurringTaskId: byId(String(id)),
			updateFields: {
				count: '={{ $json.updateFields.count }}',
				interval: '={{ $json.updateFields.interval }}',
				dayOfWeek: '={{ $json.updateFields.dayOfWeek }}',
			},
		},
	});

	expect(run.error).toBeUndefined();
	expect(stored(sandbox)[0]?.rruleOptions).toMatchObject({ count: 7, interval: 4, dayOfWeek: 'FR' });
});

test('what HighLevel shows beside the rule is not sent back to it', async () => {
	const { id } = await createWeekly(sandbox);
	const task = stored(sandbox)[0];
	if (!task) throw new Error('Nothing was stored');
	const more = { ...task.rruleOptions, endDate: null, nextRun: '2027-03-08T15:00:00.000Z' };
	sandbox.state.recurringTasks.set(task.id, { ...task, rruleOptions: more as never });
	await update(id, { interval: 2 });

	expect(Object.keys(sent(sandbox).rruleOptions as object).sort()).toEqual([
		'dueAfterSeconds',
		'interval',
		'intervalType',
		'startDate',
	]);
});

test('an update is sent again when its answer is lost', async () => {
	const { id } = await createWeekly(sandbox);
	sandbox.faults.add({ kind: 'lostAnswer', times: 1, method: 'PUT' });
	await update(id, { interval: 2 });

	expect(requestsOf(sandbox, 'PUT')).toHaveLength(2);
	expect(stored(sandbox)[0]?.rruleOptions.interval).toBe(2);
});

test('an update without a value is told, and nothing is sent', async () => {
	const error = await fail(sandbox, 'recurringTask.update', {
		parameters: { recurringTaskId: byId('x'), updateFields: { title: '={{ $json.missing }}' } },
	});

	expect(error.message).toBe('There is nothing to update');
	expect(sandbox.requests).toEqual([]);
});
