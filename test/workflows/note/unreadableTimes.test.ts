import { looks } from '../../../nodes/core/creating';
import { backoff } from '../../../nodes/core/retry';
import type { HighLevelSandbox } from '../../../sandbox/highlevel';
import type { Forwarder } from '../../support/forwarder';
import { startForwarder } from '../../support/forwarder';
import { byId, runOperation, startSandbox } from '../../support/highLevel';
import { detailsOf, storeContact, textOf } from '../../support/sandboxRuns';

// The rule is the same after shorter waits.
backoff.firstMs = 5;
looks.waitsMs = [0];

let sandbox: HighLevelSandbox;
let forwarder: Forwarder;
beforeEach(async () => {
	sandbox = await startSandbox();
	forwarder = await startForwarder(sandbox.url);
});
afterEach(async () => {
	await forwarder.close();
	await sandbox.close();
});

const BODY = 'Called & left a message.\r\nWill call back  on Monday.';

async function createNote(): Promise<Awaited<ReturnType<typeof runOperation>>> {
	const contactId = storeContact(sandbox);
	let lost = 0;
	const isCreation = ({ method, path }: { method: string; path: string }) =>
		method === 'POST' && path.endsWith('/notes');
	forwarder.passage.replaces = (passing) =>
		isCreation(passing) && lost++ === 0 ? { status: 201, body: '' } : undefined;
	return await runOperation(sandbox, 'note.create', {
		baseUrl: forwarder.url,
		parameters: { contactId: byId(contactId), body: BODY },
	});
}

test.each<[what: string, value: unknown]>([
	['missing', undefined],
	['empty', ''],
	['null', null],
	['no date', 'yesterday'],
])('a note whose time is %s is not written a second time when its response is lost', async (_, dateAdded) => {
	forwarder.passage.answer = (body) =>
		JSON.stringify(
			JSON.parse(body, (name, value: unknown) => (name === 'dateAdded' ? dateAdded : value)) as unknown,
		);
	const run = await createNote();
	expect(sandbox.state.notes.size).toBe(1);
	expect(textOf(run)).toContain('the change may have happened');
	expect(detailsOf(run).mayHaveHappened).toBe(true);
});

test.each<[what: string, stored: (text: string) => string]>([
	['other line breaks', (text) => text.replace(/\r\n/g, '\n')],
	['HTML', (text) => `<p>${text.replace(/\r\n/g, '<br>')}</p>`],
	['entities', (text) => text.replace(/&/g, '&amp;')],
	['single spaces', (text) => text.replace(/ {2,}/g, ' ')],
])(
	'a note that HighLevel stores with %s is not written a second time when its response is lost',
	async (_, stored) => {
		forwarder.passage.request = (body) => {
			const sent = JSON.parse(body) as { body?: string };
			return JSON.stringify({ ...sent, ...(sent.body ? { body: stored(sent.body) } : {}) });
		};
		const run = await createNote();
		expect(sandbox.state.notes.size).toBe(1);
		if (run.error) expect(textOf(run)).toContain('the change may have happened');
		else expect(run.items).toHaveLength(1);
	},
);

test('a note that was stored as it was sent is found, and returned', async () => {
	const run = await createNote();
	expect(run.error?.message).toBeUndefined();
	expect(run.items[0]?.json).toMatchObject({ body: BODY });
	expect(sandbox.state.notes.size).toBe(1);
});
