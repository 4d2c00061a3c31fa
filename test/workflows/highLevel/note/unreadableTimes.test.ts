import { pace } from '../../../support/pace';
import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import type { Forwarder } from '../../../support/odd/forwarder';
import { startForwarder } from '../../../support/odd/forwarder';
import { byId, DEMO, runOperation, startSandbox } from '../../../support/highLevel';
import { detailsOf, storeContact, textOf } from '../../../support/sandboxRuns';

// The rule is the same after shorter waits.
pace({ backoff: { firstMs: 5, maxMs: 20 }, looksMs: [0] });

let sandbox: HighLevelSandbox;
let forwarder: Forwarder;
let starts = 0;
beforeEach(async () => {
	sandbox = await startSandbox();
	// With other ids: the node knows again what it has created.
	starts += 1;
	sandbox.state.random.position = starts * 7_919;
	forwarder = await startForwarder(sandbox.url);
});
afterEach(async () => {
	await forwarder.close();
	await sandbox.close();
});

const HOUR_MS = 3_600_000;

const BODY = 'Called & left a message.\r\nWill call back  on Monday.';

async function createNote(
	contactId = storeContact(sandbox),
	isStored = true,
): Promise<Awaited<ReturnType<typeof runOperation>>> {
	let lost = 0;
	const isCreation = ({ method, path }: { method: string; path: string }) =>
		method === 'POST' && path.endsWith('/notes');
	forwarder.passage.replaces = (passing) =>
		isCreation(passing) && lost++ === 0 ? { status: 201, body: '', isUnsent: !isStored } : undefined;
	return await runOperation(sandbox, 'note.create', {
		baseUrl: forwarder.url,
		parameters: { contactId: byId(contactId), body: BODY },
	});
}

/** Stores a note with the text of the one that is created, and returns its id. */
function storeNote(contactId: string, dateAdded: string): string {
	const id = `older-${contactId}`;
	sandbox.state.notes.set(id, {
		...{ id, contactId, locationId: DEMO.locationId, body: BODY },
		...{ userId: null, title: null, color: null, pinned: false },
		...{ dateAdded, dateUpdated: dateAdded },
	});
	return id;
}

test.each<[what: string, value: unknown]>([
	['missing', undefined],
	['empty', ''],
	['null', null],
	['no date', 'yesterday'],
	['a day without a time', () => new Date().toISOString().slice(0, 10)],
	['midnight of its day', () => `${new Date().toISOString().slice(0, 10)}T00:00:00.000Z`],
	['midnight without seconds', () => `${new Date().toISOString().slice(0, 10)}T00:00Z`],
	['1900 in ISO 8601', '1900-01-01T00:00:00.000Z'],
	['1/1/1900', '1/1/1900'],
	['year 1', '0001-01-01T00:00:00'],
	['1970', '1970-01-01T00:00:00.000Z'],
	['1970 with a time', '1970-01-01T07:00:01Z'],
	['"0"', '0'],
	['0', 0],
	['1', 1],
	['true', true],
	['an object', {}],
	['a list', ['2020-01-01T10:00:00Z']],
	['a local time without a zone', () => new Date(Date.now() - 7 * HOUR_MS).toISOString().slice(0, 19)],
	['written in another way', 'Thu Jan 02 2020 10:11:12 GMT+0000'],
	['far in the future', '2099-12-31T11:59:00.000Z'],
	['in the future', () => new Date(Date.now() + HOUR_MS).toISOString()],
])('a note whose time is %s is not written a second time when its response is lost', async (_, dateAdded) => {
	forwarder.passage.answer = (body) =>
		JSON.stringify(
			JSON.parse(body, (name, value: unknown) =>
				name === 'dateAdded' ? (typeof dateAdded === 'function' ? dateAdded() : dateAdded) : value,
			) as unknown,
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

test('a note whose time shows no seconds is found by the minute, and returned', async () => {
	forwarder.passage.answer = (body) => body.replace(/("dateAdded":"[^"]*T\d\d:\d\d):[\d.]+Z/g, '$1Z');
	const run = await createNote();
	expect(sandbox.state.notes.size).toBe(1);
	// By chance at midnight, when the day alone is told.
	if (run.error) expect(textOf(run)).toContain('the change may have happened');
	else expect(run.items[0]?.json).toMatchObject({ body: BODY });
});

test('a note of the same text that is dated in the future is not taken for one whose creation was lost', async () => {
	const contactId = storeContact(sandbox);
	const olderId = storeNote(contactId, '2099-01-01T10:11:12.000Z');
	const run = await createNote(contactId, false);
	expect(run.items.map(({ json }) => json.id)).not.toContain(olderId);
	expect(textOf(run)).toContain('the change may have happened');
	expect(sandbox.state.notes.size).toBe(1);
});

test.each([
	['a while ago', '2020-01-02T10:11:12.000Z'],
	['at midnight', '2020-01-02T00:00:00.000Z'],
	['on a day', '2020-01-02'],
])(
	'a note of the same text that was added %s is passed over, and the note is created',
	async (_, dateAdded) => {
		const contactId = storeContact(sandbox);
		const olderId = storeNote(contactId, dateAdded);
		const run = await createNote(contactId, false);
		expect(run.error?.message).toBeUndefined();
		expect(run.items[0]?.json.id).not.toBe(olderId);
		expect(sandbox.state.notes.size).toBe(2);
	},
);
