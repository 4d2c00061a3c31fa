import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { runContact, startSandbox } from '../../../support/highLevel';
import { people, PERSON, storedEmails, textOf } from '../../../support/sandboxRuns';

let sandbox: HighLevelSandbox;

beforeEach(async () => {
	sandbox = await startSandbox({ rateLimit: { max: 1_000, intervalMs: 10_000, daily: 10 } });
});

afterEach(async () => await sandbox.close());

test('the day used up ends the node and says when it starts again', async () => {
	const run = await runContact(sandbox, 'create', { items: people(30), parameters: PERSON });
	expect(run.error?.message).toContain("HighLevel's daily limit of requests for this location is used up");
	const resetsAt = Date.parse(/It starts again at (\S+Z)\./.exec(textOf(run))?.[1] ?? '');
	const nextDay = new Date();
	nextDay.setUTCHours(24, 0, 0, 0);
	expect(Math.abs(resetsAt - nextDay.getTime())).toBeLessThan(10_000);
	expect(textOf(run)).toContain('10 of 30 items were completed');
});

test('all items after that fail one by one where the user asked to continue, and none is stored unseen', async () => {
	const run = await runContact(sandbox, 'create', {
		items: people(30),
		parameters: PERSON,
		onError: 'continueErrorOutput',
	});
	expect(run.items).toHaveLength(10);
	expect(run.errorItems).toHaveLength(20);
	expect(run.errorItems[0]?.json.error).toContain('daily limit');
	expect(run.items.map(({ json }) => json.email).sort()).toEqual(storedEmails(sandbox));
});

test('nothing is sent any more once the day is used up, by the next execution neither', async () => {
	await runContact(sandbox, 'create', { items: people(30), parameters: PERSON });
	const sent = sandbox.requests.length;
	const run = await runContact(sandbox, 'create', { items: people(5), parameters: PERSON });
	expect(run.error?.message).toContain('daily limit');
	expect(sandbox.requests).toHaveLength(sent);
});
