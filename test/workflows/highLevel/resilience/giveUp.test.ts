import { pace } from '../../../support/pace';
import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, runContact, startSandbox } from '../../../support/highLevel';
import {
	detailsOf,
	people,
	PERSON,
	requestsOf,
	storeContact,
	storedEmails,
} from '../../../support/sandboxRuns';

let sandbox: HighLevelSandbox;
let contactId: string;

pace({ backoff: { firstMs: 5, maxMs: 20 }, looksMs: [0, 20] });

beforeEach(async () => {
	sandbox = await startSandbox();
	contactId = storeContact(sandbox, { firstName: 'Ann' });
});

afterEach(async () => await sandbox.close());

const get = async (options = {}) =>
	await runContact(sandbox, 'get', { parameters: { contactId: byId(contactId), options } });

const update = async () =>
	await runContact(sandbox, 'update', {
		parameters: { contactId: byId(contactId), updateFields: { firstName: 'Anna' } },
	});

test('a read that fails six times says why, with the id for the support, and that nothing changed', async () => {
	sandbox.faults.add({ kind: 'serverError', status: 503 });
	const run = await get();
	expect(sandbox.requests).toHaveLength(6);
	expect(run.error?.message).toBe('HighLevel did not answer: status 503 (Service Unavailable)');
	expect(run.error?.description).toContain('Nothing was changed.');
	expect(run.error?.description).toContain(String(detailsOf(run).traceId));
	expect(detailsOf(run)).toEqual({ httpCode: 503, traceId: expect.stringMatching(/^[0-9a-f-]{36}$/) });
});

test('a read that is never answered says so', async () => {
	sandbox.faults.add({ kind: 'timeout' });
	const run = await get({ timeout: 50 });
	expect(run.error?.message).toBe('HighLevel did not answer: no answer in time');
});

test('a change that perhaps happened says so, and that doing it again does no harm', async () => {
	sandbox.faults.add({ kind: 'lostAnswer', method: 'PUT' });
	const run = await update();
	expect(requestsOf(sandbox, 'PUT')).toHaveLength(6);
	expect(run.error?.message).toBe('HighLevel did not answer: the connection was closed');
	expect(run.error?.description).toContain('Run the item again later');
	expect(detailsOf(run)).toEqual({ mayHaveHappened: true });
});

test('a contact that could not be created after six attempts is not called perhaps created', async () => {
	sandbox.faults.add({ kind: 'serverError', method: 'POST' });
	const run = await runContact(sandbox, 'create', { items: people(1), parameters: PERSON });
	expect(requestsOf(sandbox, 'POST')).toHaveLength(6);
	expect(run.error?.message).toBe('HighLevel did not answer: status 500 (Internal server error)');
	expect(run.error?.description).toContain('Nothing was changed.');
	expect(storedEmails(sandbox)).toHaveLength(1);
});

test('a contact of which nobody can tell whether it was created is called perhaps created', async () => {
	sandbox.faults.add({ kind: 'lostAnswer', method: 'POST', path: '^/contacts/$' });
	sandbox.faults.add({ kind: 'serverError', method: 'GET', path: '/duplicate$' });
	const run = await runContact(sandbox, 'create', { items: people(1), parameters: PERSON });
	expect(run.error?.message).toContain("HighLevel's answer was lost (the connection was closed)");
	expect(run.error?.message).toContain('the change may have happened');
	expect(requestsOf(sandbox, 'POST')).toHaveLength(1);
});

test('one item that HighLevel does not answer leaves the others done, where the user asked to continue', async () => {
	sandbox.faults.add({ kind: 'serverError', path: `^/contacts/${contactId}$` });
	const others = people(5).map(({ email }) => storeContact(sandbox, { email }));
	const run = await runContact(sandbox, 'get', {
		items: [...others.slice(0, 2), contactId, ...others.slice(2)].map((id) => ({ id })),
		parameters: { contactId: byId('={{ $json.id }}') },
		onError: 'continueErrorOutput',
	});
	expect(run.items.map(({ json }) => json.id)).toEqual(others);
	expect(run.errorItems.map(({ json }) => json.error)).toEqual([
		'HighLevel did not answer: status 500 (Internal server error)',
	]);
	expect(run.error).toBeUndefined();
});
