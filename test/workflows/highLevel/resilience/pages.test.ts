import { pace } from '../../../support/pace';
import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, runContact, startSandbox } from '../../../support/highLevel';
import { requestsOf, storeContact, textOf } from '../../../support/sandboxRuns';

let sandbox: HighLevelSandbox;
let contactId: string;
let host: string;

pace({ backoff: { firstMs: 5, maxMs: 20 }, looksMs: [0, 20] });

beforeEach(async () => {
	sandbox = await startSandbox();
	contactId = storeContact(sandbox);
	host = new URL(sandbox.url).host;
});

afterEach(async () => await sandbox.close());

test('a gateway page of status 502 is waited out six times, then told with the Base URL, without its HTML', async () => {
	sandbox.faults.add({ kind: 'htmlError' });
	const run = await runContact(sandbox, 'get', { parameters: { contactId: byId(contactId) } });
	expect(run.error?.message).toBe(`HighLevel did not answer: a web page from ${host}`);
	expect(run.error?.description).toContain('Base URL');
	expect(textOf(run)).not.toContain('<');
	expect(sandbox.requests).toHaveLength(6);
});

describe.each([[200], [403], [404]])('a web page of status %i', (status) => {
	test.each(['get', 'delete'])(
		'is told with the Base URL, instead of as a record that is not there (%s)',
		async (operation) => {
			sandbox.faults.add({ kind: 'htmlError', status });
			const run = await runContact(sandbox, operation, { parameters: { contactId: byId(contactId) } });
			// A change that is answered like this may have been made all the same: it is asked for again.
			const isLost = operation === 'delete' && status === 200;
			expect(run.error?.message).toBe(
				isLost
					? `HighLevel did not answer: a web page from ${host}`
					: `${host} did not answer like HighLevel (status ${status})`,
			);
			expect(run.error?.description).toContain('Base URL');
			expect(sandbox.requests).toHaveLength(isLost ? 6 : 1);
		},
	);
});

test('a page that comes for a repeated delete does not count as deleted', async () => {
	sandbox.faults.add({ kind: 'connectionReset', times: 1 });
	sandbox.faults.add({ kind: 'htmlError', status: 404 });
	const run = await runContact(sandbox, 'delete', { parameters: { contactId: byId(contactId) } });
	expect(run.error?.message).toContain('did not answer like HighLevel');
	expect(requestsOf(sandbox, 'DELETE')).toHaveLength(2);
	expect(sandbox.state.contacts.has(contactId)).toBe(true);
});
